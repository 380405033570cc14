#include "services/matching/spelling.h"

#include "services/matching/characters.h"

namespace isnad::matching {
namespace {

constexpr absl::string_view kArabicAlphabet = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء";
constexpr absl::string_view kLatinAlphabet = "abcdefghijklmnopqrstuvwxyz";

// Codes of Arabic letters by the second byte of U+0621 to U+064A, less 0xA0 (lead 0xD8) or with 32
// added to the byte less 0x80 (lead 0xD9).
struct ArabicCodes {
  char of[64] = {};
  constexpr ArabicCodes() {
    for (size_t i = 0; i < kArabicAlphabet.size(); i += 2) {
      of[Slot(kArabicAlphabet[i], kArabicAlphabet[i + 1])] = static_cast<char>(i / 2 + 1);
    }
  }
  static constexpr int Slot(char lead, char trail) {
    const int low = static_cast<unsigned char>(trail);
    return static_cast<unsigned char>(lead) == 0xD8 ? low - 0xA0 : low - 0x80 + 32;
  }
};
constexpr ArabicCodes kArabicCodes;

// An "é" is heard at the end of a word, where a plain "e" is often silent.
bool IsHeardAtTheEnd(char32_t c) { return c == 0xE9 || c == 0xC9 || c == 0xE8 || c == 0xC8; }

}  // namespace

Spelling Spell(absl::string_view utf8) {
  Spelling spelling;
  bool started = false;
  bool heard = false;
  while (!utf8.empty() && spelling.letters.size() < kLongestWord) {
    const char32_t c = TakeCodePoint(&utf8);
    if (IsSilent(c)) continue;
    const absl::string_view latin = PlainLatin(c);
    const absl::string_view arabic = latin.empty() ? PlainArabic(c) : absl::string_view();
    if (latin.empty() && arabic.empty()) continue;
    const Script script = latin.empty() ? Script::kArabic : Script::kLatin;
    if (!started) spelling.script = script;
    started = true;
    if (script != spelling.script) continue;
    heard = IsHeardAtTheEnd(c);
    for (char letter : latin) spelling.letters.push_back(static_cast<char>(letter - 'a' + 1));
    for (size_t i = 0; i < arabic.size(); i += 2) {
      spelling.letters.push_back(kArabicCodes.of[ArabicCodes::Slot(arabic[i], arabic[i + 1])]);
    }
  }
  if (heard && spelling.letters.size() > 2) spelling.letters.push_back('h' - 'a' + 1);
  return spelling;
}

absl::string_view LetterName(Script script, char code) {
  if (code == kWordBegin) return "^";
  if (code == kWordEnd) return "$";
  return script == Script::kLatin ? kLatinAlphabet.substr(code - 1, 1)
                                  : kArabicAlphabet.substr(2 * (code - 1), 2);
}

std::string ParseLetters(Script script, absl::string_view names, bool* ok) {
  std::string letters;
  const int last = script == Script::kLatin ? 26 : 29;
  while (!names.empty()) {
    char found = 0;
    for (char code = 1; code <= kWordEnd && found == 0; ++code) {
      if (code > last && code < kWordBegin) continue;
      const absl::string_view name = LetterName(script, code);
      if (names.substr(0, name.size()) == name) found = code;
    }
    if (found == 0) {
      *ok = false;
      return std::string();
    }
    names.remove_prefix(LetterName(script, found).size());
    letters.push_back(found);
  }
  *ok = true;
  return letters;
}

}  // namespace isnad::matching
