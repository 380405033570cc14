#include "services/matching/characters.h"

#include <algorithm>
#include <iterator>

namespace isnad::matching {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Respelling {
  char32_t letter;
  absl::string_view plain;
};

// Latin letters whose plain form is not the letter below the diacritic. Sorted.
constexpr Respelling kLatin[] = {
    {0x00C6, "ae"}, {0x00D0, "d"},  {0x00DE, "th"}, {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"},
    {0x00FE, "th"}, {0x0106, "ch"}, {0x0107, "ch"}, {0x010C, "ch"}, {0x010D, "ch"}, {0x0110, "dj"},
    {0x0111, "dj"}, {0x011E, "gh"}, {0x011F, "gh"}, {0x0132, "ij"}, {0x0133, "ij"}, {0x0152, "oe"},
    {0x0153, "oe"}, {0x015A, "sh"}, {0x015B, "sh"}, {0x015E, "sh"}, {0x015F, "sh"}, {0x0160, "sh"},
    {0x0161, "sh"}, {0x0162, "ts"}, {0x0163, "ts"}, {0x017D, "zh"}, {0x017E, "zh"}, {0x01A0, "o"},
    {0x01A1, "o"},  {0x01AF, "u"},  {0x01B0, "u"},  {0x0218, "sh"}, {0x0219, "sh"}, {0x021A, "ts"},
    {0x021B, "ts"},
};

// The letters below the diacritics of U+00C0 to U+017F and of U+1E00 to U+1EFF; a space for what is
// no letter or stands in the list above.
constexpr absl::string_view kLatinBase =
    "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"
    "aaaaaaccccccccdd  eeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll"
    "lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr absl::string_view kVietnameseBase =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy s    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

// Arabic letters that are not themselves. Sorted.
constexpr Respelling kArabic[] = {
    {0x0622, "ا"}, {0x0623, "ا"}, {0x0624, "و"}, {0x0625, "ا"}, {0x0626, "ي"}, {0x0629, "ه"},
    {0x0649, "ي"}, {0x0671, "ا"}, {0x0672, "ا"}, {0x0673, "ا"}, {0x0675, "ا"}, {0x0679, "ت"},
    {0x067A, "ت"}, {0x067B, "ب"}, {0x067C, "ت"}, {0x067E, "ب"}, {0x067F, "ت"}, {0x0686, "تش"},
    {0x0688, "د"}, {0x0691, "ر"}, {0x0698, "ج"}, {0x06A4, "ف"}, {0x06A7, "ق"}, {0x06A8, "غ"},
    {0x06A9, "ك"}, {0x06AA, "ك"}, {0x06AD, "غ"}, {0x06AF, "غ"}, {0x06BA, "ن"}, {0x06BE, "ه"},
    {0x06C0, "ه"}, {0x06C1, "ه"}, {0x06C2, "ه"}, {0x06C3, "ه"}, {0x06C5, "و"}, {0x06C6, "و"},
    {0x06C7, "و"}, {0x06C8, "و"}, {0x06CB, "ف"}, {0x06CC, "ي"}, {0x06CE, "ي"}, {0x06D0, "ي"},
    {0x06D2, "ي"}, {0x06D3, "ي"}, {0x06D5, "ه"},
};

// Letters of the block of presentation forms U+FE80 to U+FEFC, each with its number of forms.
struct FormRun {
  int forms;
  absl::string_view letter;
};
constexpr FormRun kForms[] = {
    {1, "ء"}, {2, "ا"}, {2, "ا"}, {2, "و"}, {2, "ا"},  {4, "ي"},  {2, "ا"},  {4, "ب"},
    {2, "ه"}, {4, "ت"}, {4, "ث"}, {4, "ج"}, {4, "ح"},  {4, "خ"},  {2, "د"},  {2, "ذ"},
    {2, "ر"}, {2, "ز"}, {4, "س"}, {4, "ش"}, {4, "ص"},  {4, "ض"},  {4, "ط"},  {4, "ظ"},
    {4, "ع"}, {4, "غ"}, {4, "ف"}, {4, "ق"}, {4, "ك"},  {4, "ل"},  {4, "م"},  {4, "ن"},
    {4, "ه"}, {2, "و"}, {2, "ي"}, {4, "ي"}, {2, "لا"}, {2, "لا"}, {2, "لا"}, {2, "لا"},
};

// U+0621 to U+063A and U+0641 to U+064A as they stand in Unicode, two bytes each.
constexpr absl::string_view kArabicFirst = "ءآأؤإئابةتثجحخدذرزسشصضطظعغ";
constexpr absl::string_view kArabicSecond = "فقكلمنهوىي";

template <size_t N>
absl::string_view Find(const Respelling (&table)[N], char32_t c) {
  const auto* found = std::lower_bound(
      std::begin(table), std::end(table), c,
      [](const Respelling& entry, char32_t letter) { return entry.letter < letter; });
  return found != std::end(table) && found->letter == c ? found->plain : absl::string_view();
}

absl::string_view OfPresentationForm(char32_t c) {
  int at = 0xFE80;
  for (const FormRun& run : kForms) {
    at += run.forms;
    if (static_cast<int>(c) < at) return run.letter;
  }
  return {};
}

}  // namespace

char32_t TakeCodePoint(absl::string_view* text) {
  const auto byte = [text](size_t i) {
    return i < text->size() ? static_cast<unsigned char>((*text)[i]) : 0u;
  };
  const unsigned lead = byte(0);
  const size_t length = lead < 0x80    ? 1
                        : lead >= 0xF0 ? 4
                        : lead >= 0xE0 ? 3
                        : lead >= 0xC2 ? 2
                                       : 1;
  char32_t c = lead < 0x80 ? lead : lead & (0xFF >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) {
      text->remove_prefix(1);
      return kReplacement;
    }
    c = c << 6 | (byte(i) & 0x3F);
  }
  text->remove_prefix(length);
  return lead >= 0x80 && length == 1 ? kReplacement : c;
}

bool IsSilent(char32_t c) {
  if (c < 0x80) return false;
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 ||
         (c >= 0x06D6 && c <= 0x06ED && c != 0x06DD && c != 0x06E9) ||
         (c >= 0x0300 && c <= 0x036F) || c == 0x061C || c == 0x00AD ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

int DigitValue(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= 0x0660 && c <= 0x0669) return static_cast<int>(c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return static_cast<int>(c - 0x06F0);
  return -1;
}

bool IsLatinLetter(char32_t c) { return !PlainLatin(c).empty(); }

bool IsArabicLetter(char32_t c) { return !PlainArabic(c).empty(); }

absl::string_view PlainLatin(char32_t c) {
  constexpr absl::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return kAlphabet.substr(c - 'A', 1);
    if (c >= 'a' && c <= 'z') return kAlphabet.substr(c - 'a', 1);
    return {};
  }
  const absl::string_view respelled = Find(kLatin, c);
  if (!respelled.empty()) return respelled;
  absl::string_view base;
  if (c >= 0xC0 && c < 0x180) base = kLatinBase.substr(c - 0xC0, 1);
  if (c >= 0x1E00 && c < 0x1F00) base = kVietnameseBase.substr(c - 0x1E00, 1);
  return base == " " ? absl::string_view() : base;
}

absl::string_view PlainArabic(char32_t c) {
  if (c >= 0xFE80 && c <= 0xFEFC) return OfPresentationForm(c);
  if (c < 0x0621 || c > 0x06D5) return {};
  const absl::string_view respelled = Find(kArabic, c);
  if (!respelled.empty()) return respelled;
  if (c <= 0x063A) return kArabicFirst.substr(2 * (c - 0x0621), 2);
  if (c >= 0x0641 && c <= 0x064A) return kArabicSecond.substr(2 * (c - 0x0641), 2);
  return {};
}

}  // namespace isnad::matching
