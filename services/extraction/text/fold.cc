#include "services/extraction/text/fold.h"

#include <array>

#include "services/extraction/text/char_class.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/presentation_forms.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr int kArabicBlock = 0x0600;
constexpr int kArabicBlockSize = 0x100;

// Folded letter of each code point of U+0600-06FF; 0 drops it.
std::array<char32_t, kArabicBlockSize> MakeArabicTable() {
  std::array<char32_t, kArabicBlockSize> table{};
  for (int i = 0; i < kArabicBlockSize; ++i) {
    const char32_t c = kArabicBlock + i;
    table[i] = IsArabicMark(c) || IsTatweel(c) || IsInvisible(c) ? 0 : c;
  }
  for (char32_t c = 0x0660; c <= 0x0669; ++c) table[c - kArabicBlock] = '0' + (c - 0x0660);
  for (char32_t c = 0x06F0; c <= 0x06F9; ++c) table[c - kArabicBlock] = '0' + (c - 0x06F0);
  const auto merge = [&table](std::initializer_list<char32_t> from, char32_t to) {
    for (const char32_t c : from) table[c - kArabicBlock] = to;
  };
  merge({U'أ', U'إ', U'آ', 0x0671, 0x0672, 0x0673, 0x0675}, U'ا');
  merge({U'ى', U'ئ', 0x06CC, 0x06CD, 0x06CE, 0x06D0, 0x06D1, 0x06D2, 0x06D3, 0x0620, 0x0678}, U'ي');
  merge({U'ة', 0x06BE, 0x06C0, 0x06C1, 0x06C2, 0x06C3, 0x06D5}, U'ه');
  merge({U'ؤ', 0x0676, 0x0677, 0x06C4, 0x06C5, 0x06C6, 0x06C7, 0x06C8, 0x06C9, 0x06CA, 0x06CB},
        U'و');
  merge({0x06A9, 0x06AA, 0x06AB, 0x06AC, 0x06AD, 0x06AE, 0x06AF, 0x06B0, 0x06B1, 0x06B3, 0x06B4},
        U'ك');
  merge({0x06A4, 0x06A5, 0x06A1, 0x06A2, 0x06A3}, U'ف');
  merge({0x067E, 0x067B, 0x0680}, U'ب');
  merge({0x0686, 0x0683, 0x0684, 0x0687}, U'ج');
  merge({0x0698, 0x0697}, U'ز');
  merge({0x0679, 0x067A, 0x067C, 0x067F}, U'ت');
  merge({0x0688, 0x0689, 0x068A, 0x068C, 0x068D, 0x068F, 0x0690}, U'د');
  merge({0x0691, 0x0692, 0x0693, 0x0694, 0x0695, 0x0696}, U'ر');
  merge({0x06A7, 0x06A8}, U'ق');
  merge({0x06BA, 0x06BB, 0x06BC, 0x06BD}, U'ن');
  merge({0x06B5, 0x06B6, 0x06B7, 0x06B8}, U'ل');
  merge({0x066B}, '.');
  merge({0x066C}, ',');
  merge({0x066A}, '%');
  return table;
}

const std::array<char32_t, kArabicBlockSize>& ArabicTable() {
  static const std::array<char32_t, kArabicBlockSize> table = MakeArabicTable();
  return table;
}

void AppendUnified(char32_t c, std::string* out) {
  if (IsInvisible(c) || IsArabicMark(c) || (c >= 0x0300 && c <= 0x036F)) return;
  if (IsQuote(c)) return out->push_back('"');
  if (IsApostrophe(c)) return out->push_back('\'');
  if (IsDash(c)) return out->push_back('-');
  if (c == 0x2026) return static_cast<void>(out->append("..."));
  if ((c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF)) {
    bool known = false;
    const absl::string_view letters = LettersOfPresentationForm(c, &known);
    if (known) return static_cast<void>(out->append(Fold(letters)));
  }
  const std::string folded = FoldForeignChar(c);
  std::string unfolded;
  AppendUtf8(c, &unfolded);
  // A character that is only another name of a mark or letter: U+1FFD of U+00B4.
  out->append(folded == unfolded ? folded : Fold(folded));
}

void AppendFoldedChar(char32_t c, std::string* out) {
  if (c >= kArabicBlock && c < kArabicBlock + kArabicBlockSize) {
    const char32_t folded = ArabicTable()[c - kArabicBlock];
    if (folded != 0) AppendUtf8(folded, out);
  } else if (c < 0x80) {
    out->push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c == '`' ? '\'' : c));
  } else {
    AppendUnified(c, out);
  }
}

// Characters that cleaning leaves as they are when plain letters and spaces surround them.
bool StaysInCleaning(char32_t c) {
  if (c < 0x0300) return c != 0x00AD;
  if (c >= kArabicBlock && c < kArabicBlock + kArabicBlockSize) {
    return !IsTatweel(c) && !IsArabicMark(c) && !IsInvisible(c);
  }
  return c >= 0x2010 && c <= 0x2027;
}

bool NeedsCleaning(absl::string_view utf8) {
  for (int i = 0; i < static_cast<int>(utf8.size());) {
    if (static_cast<unsigned char>(utf8[i]) < 0x80) {
      ++i;
      continue;
    }
    const DecodedChar c = DecodeUtf8(utf8, i);
    if (!c.valid || !StaysInCleaning(c.code_point)) return true;
    i += c.length;
  }
  return false;
}

}  // namespace

std::string Fold(absl::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  bool space = false;
  for (int i = 0; i < static_cast<int>(utf8.size());) {
    const unsigned char lead = static_cast<unsigned char>(utf8[i]);
    if (lead >= 0xD8 && lead <= 0xDB && i + 1 < static_cast<int>(utf8.size()) && !space) {
      const unsigned char trail = static_cast<unsigned char>(utf8[i + 1]);
      if ((trail & 0xC0) == 0x80) {
        const char32_t letter = ArabicTable()[((lead & 0x1F) << 6 | (trail & 0x3F)) - kArabicBlock];
        if (letter >= kArabicBlock) {
          folded.push_back(static_cast<char>(0xC0 | letter >> 6));
          folded.push_back(static_cast<char>(0x80 | (letter & 0x3F)));
        } else if (letter != 0) {
          folded.push_back(static_cast<char>(letter));
        }
        i += 2;
        continue;
      }
    }
    const DecodedChar c = DecodeUtf8(utf8, i);
    i += c.length;
    if (!c.valid) continue;
    if (IsWhitespace(c.code_point)) {
      space = true;
      continue;
    }
    const size_t before = folded.size();
    if (space && before > 0) folded.push_back(' ');
    const size_t start = folded.size();
    AppendFoldedChar(c.code_point, &folded);
    if (folded.size() == start) {
      folded.resize(before);
    } else {
      space = false;
    }
  }
  return folded;
}

FoldedText FoldWithOffsets(absl::string_view utf8) {
  FoldedText folded;
  std::string& text = folded.text;
  text.reserve(utf8.size());
  int space = -1;  // where the white space began that waits for the next character
  std::string character;
  for (int i = 0; i < static_cast<int>(utf8.size());) {
    const DecodedChar c = DecodeUtf8(utf8, i);
    const int begin = i;
    i += c.length;
    if (!c.valid) continue;
    if (IsWhitespace(c.code_point)) {
      if (space < 0) space = begin;
      continue;
    }
    character.clear();
    AppendFoldedChar(c.code_point, &character);
    if (character.empty()) continue;
    if (space >= 0 && !text.empty()) {
      folded.to_source.AddReplacement(static_cast<int>(text.size()), space);
      text.push_back(' ');
    }
    space = -1;
    const int at = static_cast<int>(text.size());
    // "…" takes as many bytes as "...", but is not three characters.
    const bool one_for_one = static_cast<int>(character.size()) == c.length &&
                             DecodeUtf8(character, 0).length == c.length;
    if (one_for_one) {
      folded.to_source.AddCopy(at, begin);
    } else {
      folded.to_source.AddReplacement(at, begin);
    }
    text += character;
  }
  const int end = space >= 0 ? space : static_cast<int>(utf8.size());
  folded.to_source.Finish(static_cast<int>(text.size()), end);
  return folded;
}

std::string StripMarks(absl::string_view utf8) {
  if (!NeedsCleaning(utf8)) return std::string(utf8);
  const absl::StatusOr<CleanText> clean = Clean(utf8);
  return clean.ok() ? clean->text : std::string(utf8);
}

}  // namespace isnad::extraction
