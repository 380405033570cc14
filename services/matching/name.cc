#include "services/matching/name.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/matching/characters.h"
#include "services/matching/spoken_names.h"

namespace isnad::matching {
namespace {

constexpr size_t kLongestAcronym = 5;

// Names of the Latin letters in Arabic, as newspapers spell acronyms.
constexpr std::array<absl::string_view, 26> kLetterNames = {
    "ايه", "بي", "سي", "دي",  "اي", "اف", "جي", "اتش", "اي", "جيه",   "كيه", "ال",  "ام",
    "ان",  "او", "بي", "كيو", "ار", "اس", "تي", "يو",  "في", "دبليو", "اكس", "واي", "زد"};

// Plain Latin letters or basic Arabic ones of words that are no core of a name.
constexpr absl::string_view kParticles[] = {
    "al",  "el",  "ibn", "bin", "ben", "bint", "abu", "abou", "van", "von", "der", "den",
    "de",  "da",  "dos", "du",  "di",  "del",  "la",  "le",   "the", "of",  "and", "بن",
    "ابن", "ابو", "ال",  "ابي", "فان", "فون",  "دي",  "دو",   "دا",  "دير", "ذا",  "بنت"};
constexpr absl::string_view kDesignators[] = {
    "inc",  "corp", "corporation", "co",   "company", "ltd",      "limited", "llc",
    "plc",  "gmbh", "ag",          "sa",   "bv",      "nv",       "ab",      "oyj",
    "شركه", "انك",  "كوربوريشن",   "كورب", "ليمتد",   "المحدوده", "موسسه"};

template <size_t N>
bool Holds(const absl::string_view (&list)[N], absl::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool IsVowel(char code) {
  return absl::string_view("aeiouy").find(static_cast<char>(code - 1 + 'a')) !=
         absl::string_view::npos;
}

// Letters of one word with what its case says.
struct RawWord {
  std::string text;
  std::string plain;  // for the lists
  size_t letters = 0;
  size_t upper = 0;
  Script script = Script::kLatin;
};

bool IsUpper(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE); }

Spelling SpelledOut(const Spelling& word) {
  std::string names;
  for (char letter : word.letters) absl::StrAppend(&names, kLetterNames[letter - 1]);
  return Spell(names);
}

class Reader {
 public:
  explicit Reader(absl::string_view text) : rest_(text) {}

  NameWords Read() {
    while (!rest_.empty() && name_.words.size() < kMostNameWords) {
      const char32_t c = TakeCodePoint(&rest_);
      if (IsSilent(c) || IsApostrophe(c)) continue;
      const bool latin = IsLatinLetter(c);
      if (latin || IsArabicLetter(c)) {
        TakeLetter(c, latin ? Script::kLatin : Script::kArabic);
      } else if (DigitValue(c) >= 0) {
        EndWord();
        TakeCode(DigitValue(c));
      } else if (c == '+') {
        EndWord();
        name_.codes.push_back("+");
      } else {
        EndWord();
      }
    }
    EndWord();
    SettleRoles();
    return std::move(name_);
  }

 private:
  static bool IsApostrophe(char32_t c) {
    return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02BB;
  }

  void TakeLetter(char32_t c, Script script) {
    const bool upper = script == Script::kLatin && IsUpper(c);
    // "OpenAI", "SpaceX", "xAI": capitals at the end of a word are an acronym.
    const bool border = word_.letters > 0 && (word_.script != script || (upper && BeginsAcronym()));
    if (border) EndWord();
    word_.script = script;
    AppendUtf8(c);
    absl::StrAppend(&word_.plain, script == Script::kLatin ? PlainLatin(c) : PlainArabic(c));
    ++word_.letters;
    word_.upper += upper ? 1 : 0;
  }

  // The last letter was small and there are only capitals up to the end of the word.
  bool BeginsAcronym() const {
    if (word_.upper == word_.letters) return false;
    absl::string_view ahead = rest_;
    while (!ahead.empty()) {
      const char32_t next = TakeCodePoint(&ahead);
      if (!IsLatinLetter(next)) return true;
      if (!IsUpper(next)) return false;
    }
    return true;
  }

  // Digits with a point between them and letters right behind: "3.5", "4o", "70b".
  void TakeCode(int first_digit) {
    std::string code(1, static_cast<char>('0' + first_digit));
    while (!rest_.empty()) {
      absl::string_view ahead = rest_;
      const char32_t c = TakeCodePoint(&ahead);
      const int digit = DigitValue(c);
      if (digit >= 0) {
        code.push_back(static_cast<char>('0' + digit));
      } else if (c < 0x80 && IsLatinLetter(c)) {
        absl::StrAppend(&code, PlainLatin(c));
      } else if ((c == '.' || c == 0x066B || c == ',') && !ahead.empty()) {
        absl::string_view beyond = ahead;
        if (DigitValue(TakeCodePoint(&beyond)) < 0) break;
        code.push_back('.');
      } else {
        break;
      }
      rest_ = ahead;
    }
    name_.codes.push_back(std::move(code));
  }

  void AppendUtf8(char32_t c) {
    if (c < 0x80) {
      word_.text.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
      word_.text.push_back(static_cast<char>(0xC0 | c >> 6));
      word_.text.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
      word_.text.push_back(static_cast<char>(0xE0 | c >> 12));
      word_.text.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
      word_.text.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
  }

  void EndWord() {
    if (word_.letters == 0) return;
    NameWord word;
    word.spelling = Spell(word_.text);
    const bool latin = word_.script == Script::kLatin;
    word.upper_case = latin && word_.upper == word_.letters;
    if (word_.letters == 1) {
      word.role = WordRole::kInitial;
    } else if (Holds(kParticles, word_.plain)) {
      word.role = WordRole::kParticle;
    } else if (Holds(kDesignators, word_.plain) && !name_.words.empty()) {
      word.role = WordRole::kDesignator;
    } else if (word_.script == Script::kArabic && Holds(kDesignators, word_.plain)) {
      word.role = WordRole::kDesignator;
    }
    const bool no_vowel = std::none_of(word.spelling.letters.begin(), word.spelling.letters.end(),
                                       [](char letter) { return IsVowel(letter); });
    if (latin && word.spelling.letters.size() <= kLongestAcronym && (word.upper_case || no_vowel)) {
      word.other_reading = SpelledOut(word.spelling);
    }
    if (latin && word.other_reading.empty()) {
      const absl::string_view arabic = UsualArabicOf(word_.plain);
      if (!arabic.empty()) word.other_reading = Spell(arabic);
    }
    name_.words.push_back(std::move(word));
    word_ = RawWord();
  }

  // No name ends with a particle, and one of particles or designators alone is made of what it has.
  void SettleRoles() {
    if (!name_.words.empty() && name_.words.back().role == WordRole::kParticle) {
      name_.words.back().role = WordRole::kCore;
    }
    const bool has_core =
        std::any_of(name_.words.begin(), name_.words.end(),
                    [](const NameWord& word) { return word.role == WordRole::kCore; });
    if (has_core) return;
    for (NameWord& word : name_.words) word.role = WordRole::kCore;
  }

  absl::string_view rest_;
  RawWord word_;
  NameWords name_;
};

}  // namespace

NameWords ReadName(absl::string_view utf8) { return Reader(utf8).Read(); }

}  // namespace isnad::matching
