#include "services/ingestion/domain/headline.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/ingestion/decode/content_sniffer.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxBytes = 400;
constexpr size_t kMinSentenceBytes = 20;

absl::string_view FirstLine(absl::string_view text) {
  for (const absl::string_view line : absl::StrSplit(text, absl::ByAnyChar("\r\n"))) {
    if (!IsBlank(line)) return absl::StripAsciiWhitespace(line);
  }
  return "";
}

// Returns the end of the first sentence within `line`, or npos.
size_t SentenceEnd(absl::string_view line) {
  size_t end = absl::string_view::npos;
  for (const absl::string_view mark : {". ", "؟ ", "! ", ".. "}) {
    const size_t at = line.find(mark, kMinSentenceBytes);
    if (at != absl::string_view::npos) end = std::min(end, at + mark.size() - 1);
  }
  return end;
}

}  // namespace

std::string HeadlineOf(absl::string_view text) {
  const absl::string_view line = FirstLine(text);
  if (line.size() <= kMaxBytes) return std::string(line);
  const size_t sentence = SentenceEnd(line);
  if (sentence <= kMaxBytes) return std::string(line.substr(0, sentence));
  size_t end = line.rfind(' ', kMaxBytes);
  if (end == absl::string_view::npos || end == 0) {
    end = kMaxBytes;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  }
  return absl::StrCat(line.substr(0, end), "…");
}

}  // namespace isnad::ingestion
