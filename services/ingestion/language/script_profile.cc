#include "services/ingestion/language/script_profile.h"

#include <algorithm>
#include <iterator>

#include "services/ingestion/decode/utf8_scan.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMinArabicLetters = 40;
constexpr size_t kLettersPerArabicLetter = 5;

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kArabicLetters[] = {
    {0x0620, 0x063F}, {0x0641, 0x064A}, {0x066E, 0x066F}, {0x0671, 0x06D3},
    {0x06D5, 0x06D5}, {0x06EE, 0x06EF}, {0x06FA, 0x06FC}, {0x06FF, 0x06FF},
    {0x0750, 0x077F}, {0x0870, 0x0887}, {0x0889, 0x088E}, {0x08A0, 0x08C9},
    {0xFB50, 0xFBB1}, {0xFBD3, 0xFD3D}, {0xFD50, 0xFDFB}, {0xFE70, 0xFEFC},
};

// Blocks that are mostly letters; what is not a letter in them is rare in running text.
constexpr Range kOtherLetters[] = {
    {'A', 'Z'},       {'a', 'z'},       {0x00C0, 0x00D6}, {0x00D8, 0x00F6}, {0x00F8, 0x02AF},
    {0x0370, 0x0373}, {0x0376, 0x037D}, {0x0386, 0x0386}, {0x0388, 0x0481}, {0x048A, 0x0587},
    {0x05D0, 0x05F2}, {0x0710, 0x072F}, {0x0780, 0x07A5}, {0x0904, 0x0939}, {0x0958, 0x0961},
    {0x0980, 0x0DF4}, {0x0E01, 0x0E46}, {0x0E80, 0x0EDF}, {0x0F40, 0x0F6C}, {0x1000, 0x109F},
    {0x10A0, 0x135A}, {0x13A0, 0x17B3}, {0x1E00, 0x1FFC}, {0x3041, 0x30FF}, {0x3105, 0x31BF},
    {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA48C}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0xFB00, 0xFB4F}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC}, {0x20000, 0x323AF},
};

template <size_t kSize>
bool IsIn(char32_t c, const Range (&ranges)[kSize]) {
  const Range* const range = std::upper_bound(
      std::begin(ranges), std::end(ranges), c,
      [](char32_t value, const Range& candidate) { return value < candidate.first; });
  return range != std::begin(ranges) && c <= (range - 1)->last;
}

}  // namespace

ScriptProfile ProfileScripts(absl::string_view text) {
  ScriptProfile profile;
  while (!text.empty()) {
    const char32_t c = TakeCodePoint(&text);
    if (IsIn(c, kArabicLetters)) {
      ++profile.arabic_letters;
    } else if (IsIn(c, kOtherLetters)) {
      ++profile.other_letters;
    }
  }
  return profile;
}

bool HoldsArabic(const ScriptProfile& profile) {
  return profile.arabic_letters >= kMinArabicLetters ||
         (profile.arabic_letters > 0 &&
          profile.arabic_letters * kLettersPerArabicLetter >= profile.letters());
}

}  // namespace isnad::ingestion
