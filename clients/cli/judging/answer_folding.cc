#include "clients/cli/judging/answer_folding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/server/utf8/utf8.h"

namespace isnad::cli {
namespace {

constexpr char kGone[] = "";
constexpr char kSpace[] = " ";
constexpr size_t kGroupDigits = 3;

struct FoldedRange {
  uint32_t first;
  uint32_t last;
  const char* to;
};

// By code point. Digits and ASCII letters are not in it, they are computed.
constexpr FoldedRange kFolded[] = {
    {0x0009, 0x000D, kSpace},  // tab and line ends
    {0x0021, 0x0022, kSpace},  // ! "
    {0x0027, 0x002A, kSpace},  // ' ( ) *
    {0x003A, 0x003B, kSpace},  // : ;
    {0x003F, 0x003F, kSpace},  // ?
    {0x005B, 0x005B, kSpace},  // [
    {0x005D, 0x005D, kSpace},  // ]
    {0x007C, 0x007C, kSpace},  // |
    {0x00A0, 0x00A0, kSpace},  // no-break space
    {0x00AB, 0x00AB, kSpace},  // «
    {0x00AD, 0x00AD, kGone},   // soft hyphen
    {0x00BB, 0x00BB, kSpace},  // »
    {0x00C0, 0x00C5, "a"},    {0x00C6, 0x00C6, "ae"}, {0x00C7, 0x00C7, "c"},
    {0x00C8, 0x00CB, "e"},    {0x00CC, 0x00CF, "i"},  {0x00D0, 0x00D0, "d"},
    {0x00D1, 0x00D1, "n"},    {0x00D2, 0x00D6, "o"},  {0x00D8, 0x00D8, "o"},
    {0x00D9, 0x00DC, "u"},    {0x00DD, 0x00DD, "y"},  {0x00DE, 0x00DE, "th"},
    {0x00DF, 0x00DF, "ss"},   {0x00E0, 0x00E5, "a"},  {0x00E6, 0x00E6, "ae"},
    {0x00E7, 0x00E7, "c"},    {0x00E8, 0x00EB, "e"},  {0x00EC, 0x00EF, "i"},
    {0x00F0, 0x00F0, "d"},    {0x00F1, 0x00F1, "n"},  {0x00F2, 0x00F6, "o"},
    {0x00F8, 0x00F8, "o"},    {0x00F9, 0x00FC, "u"},  {0x00FD, 0x00FD, "y"},
    {0x00FE, 0x00FE, "th"},   {0x00FF, 0x00FF, "y"},  {0x0100, 0x0105, "a"},
    {0x0106, 0x010D, "c"},    {0x010E, 0x0111, "d"},  {0x0112, 0x011B, "e"},
    {0x011C, 0x0123, "g"},    {0x0124, 0x0127, "h"},  {0x0128, 0x0131, "i"},
    {0x0132, 0x0133, "ij"},   {0x0134, 0x0135, "j"},  {0x0136, 0x0138, "k"},
    {0x0139, 0x0142, "l"},    {0x0143, 0x014B, "n"},  {0x014C, 0x0151, "o"},
    {0x0152, 0x0153, "oe"},   {0x0154, 0x0159, "r"},  {0x015A, 0x0161, "s"},
    {0x0162, 0x0167, "t"},    {0x0168, 0x0173, "u"},  {0x0174, 0x0175, "w"},
    {0x0176, 0x0178, "y"},    {0x0179, 0x017E, "z"},  {0x017F, 0x017F, "s"},
    {0x0300, 0x036F, kGone},   // combining accents
    {0x060C, 0x060C, kSpace},  // ،
    {0x0610, 0x061A, kGone},   // honorific signs
    {0x061B, 0x061B, kSpace},  // ؛
    {0x061C, 0x061C, kGone},   // Arabic letter mark
    {0x061F, 0x061F, kSpace},  // ؟
    {0x0622, 0x0623, "ا"},     // آ أ
    {0x0624, 0x0624, "ء"},     // ؤ
    {0x0625, 0x0625, "ا"},     // إ
    {0x0626, 0x0626, "ء"},     // ئ
    {0x0629, 0x0629, "ه"},     // ة
    {0x0640, 0x0640, kGone},   // tatweel
    {0x0649, 0x0649, "ي"},     // ى
    {0x064B, 0x065F, kGone},   // vowel marks
    {0x066A, 0x066A, "%"},     // ٪
    {0x066B, 0x066B, "."},     // ٫
    {0x066C, 0x066C, ","},     // ٬
    {0x0670, 0x0670, kGone},   // superscript alef
    {0x0671, 0x0671, "ا"},     // ٱ
    {0x06A9, 0x06A9, "ك"},     // ک
    {0x06CC, 0x06CC, "ي"},     // ی
    {0x2000, 0x200A, kSpace},  // spaces of other widths
    {0x200B, 0x200F, kGone},   // zero-width characters, directional marks
    {0x2010, 0x2015, "-"},     // hyphens and dashes
    {0x2018, 0x201F, kSpace},  // quotation marks
    {0x202A, 0x202E, kGone},   // directional embeddings
    {0x202F, 0x202F, kSpace},  // narrow no-break space
    {0x2039, 0x203A, kSpace},  // single angle quotation marks
    {0x2060, 0x2060, kGone},   // word joiner
    {0x2066, 0x2069, kGone},   // directional isolates
    {0x2212, 0x2212, "-"},     // minus
    {0x3000, 0x3000, kSpace},  // ideographic space
    {0xFEFF, 0xFEFF, kGone},   // byte order mark
};

// The code point of one well-formed character.
uint32_t CodePoint(absl::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return lead;
  uint32_t code = lead & (0x7Fu >> character.size());
  for (const char byte : character.substr(1)) {
    code = code << 6 | (static_cast<unsigned char>(byte) & 0x3Fu);
  }
  return code;
}

std::string FoldCharacter(const std::string& character) {
  const uint32_t code = CodePoint(character);
  if (code >= 0x0660 && code <= 0x0669) return absl::StrCat(code - 0x0660);
  if (code >= 0x06F0 && code <= 0x06F9) return absl::StrCat(code - 0x06F0);
  const auto* range =
      std::lower_bound(std::begin(kFolded), std::end(kFolded), code,
                       [](const FoldedRange& r, uint32_t wanted) { return r.last < wanted; });
  if (range != std::end(kFolded) && range->first <= code) return range->to;
  return absl::AsciiStrToLower(character);
}

bool IsDigitAt(absl::string_view text, size_t i) {
  return i < text.size() && absl::ascii_isdigit(static_cast<unsigned char>(text[i]));
}

// Whether the comma at `i` sets thousands apart: a digit before, exactly three after.
bool GroupsThousands(absl::string_view text, size_t i) {
  if (i == 0 || !IsDigitAt(text, i - 1)) return false;
  for (size_t k = 1; k <= kGroupDigits; ++k) {
    if (!IsDigitAt(text, i + k)) return false;
  }
  return !IsDigitAt(text, i + kGroupDigits + 1);
}

}  // namespace

std::string FoldAnswer(absl::string_view utf8) {
  std::string folded;
  while (!utf8.empty()) folded += FoldCharacter(server::TakeUtf8Character(&utf8));
  std::string out;
  for (size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == ',' && GroupsThousands(folded, i)) continue;
    out += folded[i];
  }
  absl::RemoveExtraAsciiWhitespace(&out);
  return out;
}

}  // namespace isnad::cli
