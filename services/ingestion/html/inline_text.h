// Collects the text of a block the way a browser shows it.

#ifndef ISNAD_SERVICES_INGESTION_HTML_INLINE_TEXT_H_
#define ISNAD_SERVICES_INGESTION_HTML_INLINE_TEXT_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Appends pieces of text, collapsing white space between and inside them. Thread-compatible.
class InlineText {
 public:
  // Whether the text of a piece is inside a link.
  enum class Link { kOutside, kInside };

  // Appends a piece whose white space is collapsed.
  void Append(absl::string_view piece, Link link);

  // Appends a piece as it is, as in <pre>.
  void AppendVerbatim(absl::string_view piece, Link link);

  // Appends a line break.
  void Break();

  // Whether there is nothing visible so far.
  bool blank() const;

  // Whether the text ends in a line break, white space aside.
  bool ends_in_break() const { return !text_.empty() && text_.back() == '\n'; }

  size_t link_bytes() const { return link_bytes_; }

  // Returns the text without white space (no-break spaces too) at its ends, and starts anew.
  std::string Take();

 private:
  std::string text_;
  size_t link_bytes_ = 0;
  bool space_pending_ = false;
};

// Returns `text` without white space and no-break spaces at its ends.
absl::string_view TrimBlock(absl::string_view text);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_INLINE_TEXT_H_
