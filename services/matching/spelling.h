// The letters of a name word, whatever its script, in the small alphabet that letter costs are
// learned over.

#ifndef ISNAD_SERVICES_MATCHING_SPELLING_H_
#define ISNAD_SERVICES_MATCHING_SPELLING_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::matching {

enum class Script : uint8_t { kLatin, kArabic };

// Letters are codes of five bits: 1 to 26 for a to z; 1 to 29 for the Arabic letters from alef to
// hamza, with the seats of hamza, ta marbuta, alef maqsura and the letters of Persian, Urdu and the
// Maghreb folded into them. Diacritics become the letters that an English paper would write ("š" is
// "sh", "ž" is "zh", a final "é" is "eh"). Vowel marks, tatweel, invisible characters and all that
// is no letter are gone.
struct Spelling {
  Script script = Script::kLatin;
  std::string letters;

  bool empty() const { return letters.empty(); }
};

inline bool operator==(const Spelling& a, const Spelling& b) {
  return a.script == b.script && a.letters == b.letters;
}

// Both ends of a word count as letters when costs are learned and looked up.
constexpr char kWordBegin = 30;
constexpr char kWordEnd = 31;
constexpr int kLetterBits = 5;

// Longest word that is compared; letters beyond are cut off.
constexpr size_t kLongestWord = 24;

// Spells a word. Its script is that of its first letter; letters of the other are dropped.
Spelling Spell(absl::string_view utf8);

// The letter of a code in UTF-8, "^" and "$" for the ends of a word; for the file of costs.
absl::string_view LetterName(Script script, char code);

// Reads letters as LetterName() writes them. Empty with `ok` false when one is unknown.
std::string ParseLetters(Script script, absl::string_view names, bool* ok);

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_SPELLING_H_
