#include "services/extraction/values/digit_groups.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr size_t kMaxBytes = 24;
constexpr int kMaxTokens = 5;
constexpr int kMaxDigits = 4;

bool IsMark(char c) { return c == '/' || c == '-' || c == '.'; }

// Only digits and marks, beginning with a digit unless a mark is all there is.
bool IsPart(absl::string_view surface) {
  for (char c : surface) {
    if (!absl::ascii_isdigit(c) && !IsMark(c)) return false;
  }
  return !surface.empty();
}

}  // namespace

DigitGroups ReadDigitGroups(const ValueText& text, int begin) {
  const DigitGroups none;
  std::string joined;
  int end = begin;
  for (; end < begin + kMaxTokens && IsPart(text[end].surface()); ++end) {
    if (end > begin && !text.Touches(end - 1)) break;
    joined.append(text[end].surface().data(), text[end].surface().size());
    if (joined.size() > kMaxBytes) return none;
  }
  // A mark at the end belongs to the sentence.
  while (!joined.empty() && IsMark(joined.back())) {
    joined.pop_back();
    --end;
  }
  if (joined.empty() || !absl::ascii_isdigit(joined[0])) return none;
  if (text.Touches(begin - 1) && IsPart(text[begin - 1].surface())) return none;
  DigitGroups groups;
  groups.end = end;
  groups.count = 1;
  for (char c : joined) {
    if (IsMark(c)) {
      if (groups.mark != 0 && groups.mark != c) return none;
      groups.mark = c;
      if (++groups.count > DigitGroups::kMaxGroups) return none;
      continue;
    }
    const int at = groups.count - 1;
    if (++groups.digits[at] > kMaxDigits) return none;
    groups.values[at] = 10 * groups.values[at] + (c - '0');
  }
  return groups;
}

}  // namespace isnad::extraction
