#include "services/ingestion/html/inline_text.h"

#include <utility>

#include "absl/strings/strip.h"

namespace isnad::ingestion {
namespace {

constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";       // U+00A0 NO-BREAK SPACE
constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";  // U+FEFF ZERO WIDTH NO-BREAK SPACE

bool IsHtmlSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

absl::string_view TrimBlock(absl::string_view text) {
  for (bool changed = true; changed;) {
    const size_t before = text.size();
    while (!text.empty() && IsHtmlSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && IsHtmlSpace(text.back())) text.remove_suffix(1);
    for (const absl::string_view blank : {kNoBreakSpace, kByteOrderMark}) {
      while (absl::ConsumePrefix(&text, blank)) continue;
      while (absl::ConsumeSuffix(&text, blank)) continue;
    }
    changed = text.size() != before;
  }
  return text;
}

void InlineText::Append(absl::string_view piece, Link link) {
  const size_t before = text_.size();
  for (const char c : piece) {
    if (IsHtmlSpace(c)) {
      space_pending_ = true;
      continue;
    }
    if (space_pending_ && !text_.empty() && text_.back() != '\n') text_.push_back(' ');
    space_pending_ = false;
    text_.push_back(c);
  }
  if (link == Link::kInside) link_bytes_ += text_.size() - before;
}

void InlineText::AppendVerbatim(absl::string_view piece, Link link) {
  text_.append(piece.data(), piece.size());
  space_pending_ = false;
  if (link == Link::kInside) link_bytes_ += piece.size();
}

void InlineText::Break() {
  space_pending_ = false;
  text_.push_back('\n');
}

bool InlineText::blank() const { return TrimBlock(text_).empty(); }

std::string InlineText::Take() {
  std::string taken(TrimBlock(text_));
  *this = InlineText();
  return taken;
}

}  // namespace isnad::ingestion
