#include "services/extraction/text/language.h"

#include "absl/container/flat_hash_set.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxWords = 4000;
// A function word weighs as much as this many names.
constexpr int kFunctionWordWeight = 4;
// Latin text of this many words without one English function word is not English.
constexpr int kEnglishNeedsFunctionWords = 7;

using WordSet = absl::flat_hash_set<absl::string_view>;

const WordSet& ArabicFunctionWords() {
  static const auto* words = new WordSet{
      "في",   "من",    "علي",   "الي",  "عن",   "مع",  "ان",   "هل",  "ما",   "ماذا", "لماذا",
      "متي",  "اين",   "كيف",   "كم",   "اي",   "هو",  "هي",   "هذا", "هذه",  "ذلك",  "التي",
      "الذي", "الذين", "كان",   "كانت", "قد",   "لم",  "لن",   "لا",  "بين",  "بعد",  "قبل",
      "او",   "ثم",    "لكن",   "كل",   "غير",  "حتي", "خلال", "تم",  "قال",  "وقال", "وفي",
      "ومن",  "وهو",   "وهي",   "عند",  "منذ",  "حول", "لدي",  "ليس", "بل",   "حيث",  "كما",
      "مما",  "بان",   "بها",   "به",   "فيها", "فيه", "عليه", "منه", "له",   "لها",  "هناك",
      "ايضا", "عام",   "يوم",   "شركه", "نحو",  "وفق", "مين",  "ليه", "ازاي", "فين",  "ايه",
      "اللي", "مش",    "كيفيه", "اذكر", "عدد",  "لمن", "بكم"};
  return *words;
}

const WordSet& EnglishFunctionWords() {
  static const auto* words = new WordSet{
      "the",  "of",    "and",   "to",    "in",      "is",    "was",    "were", "are",  "for",
      "on",   "at",    "by",    "with",  "from",    "that",  "this",   "who",  "whom", "whose",
      "what", "when",  "where", "why",   "how",     "which", "did",    "does", "do",   "has",
      "have", "had",   "will",  "would", "can",     "could", "should", "be",   "been", "it",
      "its",  "he",    "she",   "they",  "his",     "her",   "their",  "an",   "a",    "as",
      "not",  "or",    "but",   "than",  "about",   "after", "before", "many", "much", "there",
      "list", "tell",  "me",    "any",   "between", "said",  "we",     "you",  "i",    "our",
      "your", "whats", "whos",  "into",  "over",    "show",  "name"};
  return *words;
}

struct Tally {
  int arabic_words = 0;
  int arabic_function = 0;
  int latin_words = 0;
  int latin_function = 0;
  int persian_letters = 0;
  int arabic_letters = 0;
  int other_letters = 0;
};

void CountWord(absl::string_view word, bool arabic, bool latin, Tally* tally) {
  if (arabic) {
    ++tally->arabic_words;
    const std::string folded = Fold(word);
    tally->arabic_function += ArabicFunctionWords().contains(folded);
  } else if (latin) {
    ++tally->latin_words;
    tally->latin_function += EnglishFunctionWords().contains(Fold(word));
  }
}

bool IsPersianLetter(char32_t c) {
  return c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06AF || c == 0x06CC || c == 0x06A9 ||
         c == 0x06C1 || c == 0x06D2 || c == 0x06BA || c == 0x0679 || c == 0x0688;
}

Tally Count(absl::string_view text) {
  Tally tally;
  int begin = -1;
  bool arabic = false;
  bool latin = false;
  const int size = static_cast<int>(text.size());
  for (int i = 0; i <= size;) {
    const DecodedChar c = i < size ? DecodeUtf8(text, i) : DecodedChar{U' ', 1, true};
    const bool is_arabic = IsArabicLetter(c.code_point);
    const bool is_latin = IsLatinLetter(c.code_point);
    const bool glue = begin >= 0 && (IsArabicMark(c.code_point) || IsTatweel(c.code_point) ||
                                     IsInvisible(c.code_point));
    tally.arabic_letters += is_arabic;
    tally.persian_letters += IsPersianLetter(c.code_point);
    if (c.code_point >= 0x0370 && !is_arabic && !is_latin && c.code_point != 0xFFFD &&
        (c.code_point < 0x0600 || (c.code_point > 0x08FF && c.code_point < 0x2000) ||
         (c.code_point >= 0x3040 && c.code_point < 0xE000))) {
      ++tally.other_letters;
    }
    const bool border = begin >= 0 && !glue && !((is_arabic && arabic) || (is_latin && latin));
    if (border) {
      CountWord(text.substr(begin, i - begin), arabic, latin, &tally);
      begin = -1;
      if (tally.arabic_words + tally.latin_words >= kMaxWords) return tally;
    }
    if (begin < 0 && (is_arabic || is_latin)) {
      begin = i;
      arabic = is_arabic;
      latin = is_latin;
    }
    i += c.length;
  }
  return tally;
}

}  // namespace

std::string DetectLanguage(absl::string_view text) {
  const Tally tally = Count(text);
  const int words = tally.arabic_words + tally.latin_words;
  if (words == 0 || tally.other_letters > tally.arabic_letters + 4 * tally.latin_words)
    return "und";
  const int arabic = tally.arabic_words + kFunctionWordWeight * tally.arabic_function;
  const int english = tally.latin_words + kFunctionWordWeight * tally.latin_function;
  if (arabic >= english) {
    const bool persian = tally.persian_letters * 12 > tally.arabic_letters;
    return persian && tally.arabic_function * 8 < tally.arabic_words ? "und" : "ar";
  }
  const bool bare = tally.latin_function == 0 && tally.latin_words >= kEnglishNeedsFunctionWords;
  const bool thin = tally.latin_words >= 4 * kEnglishNeedsFunctionWords &&
                    tally.latin_function * 12 < tally.latin_words;
  return bare || thin ? "und" : "en";
}

}  // namespace isnad::extraction
