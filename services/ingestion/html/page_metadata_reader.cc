#include "services/ingestion/html/page_metadata_reader.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "services/ingestion/html/tree_walk.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxMetaEntries = 500;
constexpr size_t kMaxJsonLdScripts = 20;

class Reader {
 public:
  RawPageMetadata Read(const GumboNode* root) {
    Visit(root, 0);
    return std::move(metadata_);
  }

 private:
  void Visit(const GumboNode* node, int depth) {
    if (depth > kMaxWalkDepth || !IsElement(node)) return;
    switch (node->v.element.tag) {
      case GUMBO_TAG_META:
        ReadMeta(node);
        return;
      case GUMBO_TAG_TITLE:
        if (metadata_.title_element.empty()) metadata_.title_element = RawTextOf(node);
        return;
      case GUMBO_TAG_SCRIPT:
        ReadScript(node);
        return;
      case GUMBO_TAG_LINK:
        if (absl::EqualsIgnoreCase(AttributeOf(node, "rel"), "canonical")) {
          SetIfEmpty(AttributeOf(node, "href"), &metadata_.canonical_link);
        }
        return;
      case GUMBO_TAG_H1:
        SetIfEmpty(VisibleTextOf(node), &metadata_.first_heading);
        break;
      case GUMBO_TAG_TIME:
        SetIfEmpty(AttributeOf(node, "datetime"), &metadata_.time_element);
        break;
      default:
        break;
    }
    for (unsigned int i = 0; i < ChildCount(node); ++i) Visit(ChildAt(node, i), depth + 1);
  }

  static void SetIfEmpty(absl::string_view value, std::string* field) {
    if (field->empty()) *field = std::string(value);
  }

  void ReadMeta(const GumboNode* meta) {
    if (metadata_.meta.size() >= kMaxMetaEntries) return;
    const std::string content(AttributeOf(meta, "content"));
    for (const char* attribute : {"property", "name", "itemprop"}) {
      const std::string key = absl::AsciiStrToLower(AttributeOf(meta, attribute));
      if (!key.empty()) metadata_.meta.emplace(key, content);
    }
  }

  void ReadScript(const GumboNode* script) {
    if (metadata_.json_ld_scripts.size() >= kMaxJsonLdScripts) return;
    if (absl::EqualsIgnoreCase(AttributeOf(script, "type"), "application/ld+json")) {
      metadata_.json_ld_scripts.push_back(RawTextOf(script));
    }
  }

  RawPageMetadata metadata_;
};

}  // namespace

RawPageMetadata ReadRawPageMetadata(const HtmlTree& tree) { return Reader().Read(tree.root()); }

}  // namespace isnad::ingestion
