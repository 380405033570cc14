#include "services/ingestion/html/markup_guard.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "services/ingestion/errors/ingestion_errors.h"

namespace isnad::ingestion {
namespace {

// Elements without an end tag, or whose end tag pages leave out and parsers imply.
constexpr absl::string_view kNeverDeep[] = {
    "area", "base",  "br",    "col",   "colgroup", "dd",    "dt",     "embed",
    "hr",   "img",   "input", "li",    "link",     "meta",  "option", "optgroup",
    "p",    "param", "rp",    "rt",    "source",   "tbody", "td",     "tfoot",
    "th",   "thead", "tr",    "track", "wbr",      "html",  "head",   "body"};

// Elements whose content is no markup.
constexpr absl::string_view kRawText[] = {"script", "style",  "textarea", "title",
                                          "xmp",    "iframe", "noframes"};

template <size_t kSize>
bool IsOneOf(absl::string_view name, const absl::string_view (&names)[kSize]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class MarkupScanner {
 public:
  explicit MarkupScanner(absl::string_view html) : html_(html) {}

  absl::Status Run() {
    while (at_ < html_.size()) {
      at_ = html_.find('<', at_);
      if (at_ == absl::string_view::npos) break;
      ++at_;
      ReadMarkup();
      if (tags_ > kMaxTags) return ContentTooLargeError("the page", tags_, kMaxTags, "tags");
      if (depth_ > kMaxDepth) {
        return ContentTooLargeError("the nesting of the page", depth_, kMaxDepth, "elements");
      }
      if (attributes_ > kMaxAttributesPerTag) {
        return ContentTooLargeError("a tag", attributes_, kMaxAttributesPerTag, "attributes");
      }
    }
    return absl::OkStatus();
  }

 private:
  char Peek() const { return at_ < html_.size() ? html_[at_] : '\0'; }

  void ReadMarkup() {
    if (absl::StartsWith(html_.substr(at_), "!--")) {
      SkipComment();
    } else if (Peek() == '/') {
      ++at_;
      ReadEndTag();
    } else if (absl::ascii_isalpha(static_cast<unsigned char>(Peek()))) {
      ReadStartTag();
    }
  }

  void SkipComment() {
    at_ += 3;
    if (absl::StartsWith(html_.substr(at_), ">") || absl::StartsWith(html_.substr(at_), "->")) {
      return;
    }
    const size_t end = std::min(html_.find("-->", at_), html_.find("--!>", at_));
    at_ = end == absl::string_view::npos ? html_.size() : end;
  }

  std::string ReadName() {
    const size_t begin = at_;
    while (at_ < html_.size() && html_[at_] != '>' && html_[at_] != '/' &&
           !absl::ascii_isspace(static_cast<unsigned char>(html_[at_]))) {
      ++at_;
    }
    return absl::AsciiStrToLower(html_.substr(begin, at_ - begin));
  }

  void ReadEndTag() {
    const std::string name = ReadName();
    ++tags_;
    if (IsOneOf(name, kNeverDeep)) return;
    if (depth_ > 0) --depth_;
    if (foreign_ > 0 && (name == "svg" || name == "math")) --foreign_;
  }

  void ReadStartTag() {
    const std::string name = ReadName();
    ++tags_;
    const bool self_closed = ReadAttributes();
    if (name == "svg" || name == "math") {
      if (self_closed) return;
      ++foreign_;
    }
    if (foreign_ > 0 && self_closed) return;
    if (foreign_ == 0 && IsOneOf(name, kRawText)) {
      SkipRawText(name);
      return;
    }
    if (!IsOneOf(name, kNeverDeep)) ++depth_;
  }

  // Reads to the end of the tag. Returns whether it ends in "/>".
  bool ReadAttributes() {
    attributes_ = 0;
    bool slash = false;
    while (at_ < html_.size() && html_[at_] != '>') {
      const char c = html_[at_];
      if (c == '/' || absl::ascii_isspace(static_cast<unsigned char>(c))) {
        slash = c == '/' || slash;
        ++at_;
        continue;
      }
      slash = false;
      ++attributes_;
      ReadAttribute();
    }
    return slash;
  }

  void ReadAttribute() {
    ++at_;  // a name may begin with '='
    at_ = std::min(html_.find_first_of("=>/ \t\r\n\f", at_), html_.size());
    const size_t after_space = std::min(html_.find_first_not_of(" \t\r\n\f", at_), html_.size());
    if (after_space >= html_.size() || html_[after_space] != '=') return;
    at_ = std::min(html_.find_first_not_of(" \t\r\n\f", after_space + 1), html_.size());
    const char quote = Peek();
    if (quote == '"' || quote == '\'') {
      const size_t end = html_.find(quote, at_ + 1);
      at_ = end == absl::string_view::npos ? html_.size() : end + 1;
    } else {
      at_ = std::min(html_.find_first_of("> \t\r\n\f", at_), html_.size());
    }
  }

  void SkipRawText(absl::string_view name) {
    for (;;) {
      const size_t end = html_.find("</", at_);
      if (end == absl::string_view::npos) {
        at_ = html_.size();
        return;
      }
      at_ = end + 2;
      if (absl::EqualsIgnoreCase(html_.substr(at_, name.size()), name)) return;
    }
  }

  const absl::string_view html_;
  size_t at_ = 0;
  size_t tags_ = 0;
  size_t depth_ = 0;
  size_t foreign_ = 0;
  size_t attributes_ = 0;
};

}  // namespace

absl::Status CheckMarkup(absl::string_view html) { return MarkupScanner(html).Run(); }

}  // namespace isnad::ingestion
