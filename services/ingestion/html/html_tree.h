// A parsed HTML page.
//
// Together with tree_walk, page_structure_builder and page_metadata_reader the only place of the
// service that touches gumbo.

#ifndef ISNAD_SERVICES_INGESTION_HTML_HTML_TREE_H_
#define ISNAD_SERVICES_INGESTION_HTML_HTML_TREE_H_

#include <gumbo.h>

#include <memory>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Owns the tree and the memory under it. Immutable, thread-compatible.
//
// All nodes live in an arena with a budget: a page that would grow without bounds while it is
// parsed is given up, and a deep tree is freed without recursion.
class HtmlTree {
 public:
  // Parses `html`, valid UTF-8, which must outlive the tree. CONTENT_TOO_LARGE when the markup is
  // beyond the bounds of CheckMarkup or the tree beyond its memory budget.
  static absl::StatusOr<std::unique_ptr<HtmlTree>> Parse(absl::string_view html);

  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // The <html> element.
  const GumboNode* root() const { return root_; }

 private:
  class Arena;

  HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* root);

  const std::unique_ptr<Arena> arena_;
  const GumboNode* const root_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_HTML_TREE_H_
