#include "services/extraction/questions/joined_words.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/questions/known_words.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

// Letters of Arabic take two bytes.
constexpr std::size_t kLetter = 2;

int LettersIn(absl::string_view arabic) { return static_cast<int>(arabic.size() / kLetter); }

bool IsOneOf(absl::string_view word, absl::Span<const absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of two letters that stand alone before others, and behind others.
bool IsShortBefore(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"من", "في", "عن", "كم", "ما", "هل", "أي",
                                                 "اي", "مع", "لم", "لن", "شو", "لو"};
  return IsOneOf(word, kWords);
}

bool IsShortBehind(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"من", "في", "عن", "مع", "به", "له"};
  return IsOneOf(word, kWords);
}

// Words that stand in questions more than in texts.
bool IsAskingWord(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "كم",  "هل",  "من",  "ما",  "أي",  "اي",  "أين", "اين", "لماذا", "ماذا", "كيف",
      "بكم", "لمن", "مين", "ليش", "ليه", "شو",  "وين", "إلى", "الى",   "بأي",  "لأي",
      "في",  "مع",  "كام", "لكم", "متى", "متي", "فين", "ايش", "على",   "عن",   "بماذا"};
  return IsOneOf(word, kWords);
}

// Of these, those that are nothing else.
bool OnlyAsks(absl::string_view word) {
  return IsOneOf(word, {"كم", "هل", "بكم", "كيف", "أين", "اين", "ماذا", "لماذا", "أي"});
}

// "ماهو", "منهي": written together so often that texts have them as words.
bool AsksBeforePronoun(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"ماهو", "ماهي", "منهو", "منهي", "ماهى"};
  return IsOneOf(word, kWords);
}

// "يست", "المست": how verbs of the tenth form and their participles begin.
bool OpensDerivedForm(absl::string_view word) {
  for (const absl::string_view prefix : {"ال", "و", "س"}) absl::ConsumePrefix(&word, prefix);
  return IsOneOf(word, {"است", "يست", "تست", "نست", "مست"});
}

bool IsArabicMark(absl::string_view letter) {
  // From FATHATAN U+064B to SUKUN U+0652, and TATWEEL U+0640.
  const auto tail = static_cast<unsigned char>(letter[1]);
  return static_cast<unsigned char>(letter[0]) == 0xD9 &&
         ((tail >= 0x8B && tail <= 0x92) || tail == 0x80);
}

bool IsArabicWord(absl::string_view word) {
  if (word.size() % kLetter != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += kLetter) {
    if (!StartsArabic(word.substr(i, kLetter))) return false;
  }
  return true;
}

bool IsLower(absl::string_view part) {
  return std::all_of(part.begin(), part.end(),
                     [](unsigned char c) { return absl::ascii_islower(c); });
}

bool IsUpper(char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); }

bool IsBeforeFigures(absl::string_view word) {
  return IsOneOf(word, {"the", "than", "over", "about", "nearly", "in", "of", "to", "by", "from",
                        "for", "with", "until", "since", "before", "after", "under", "between"});
}

// Words that open English questions.
bool IsEnglishAsking(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "what", "who", "how", "when", "where", "which", "why", "whose", "whom", "did",   "does", "do",
      "was",  "is",  "are", "were", "has",   "have",  "had", "will",  "list", "name",  "give", "in",
      "to",   "at",  "by",  "for",  "from",  "with",  "on",  "can",   "tell", "please"};
  return IsOneOf(word, kWords);
}

}  // namespace

bool JoinedWords::IsName(absl::string_view word) const {
  return names_ != nullptr && names_->FindName(MatchKey(Fold(word))) != nullptr;
}

int JoinedWords::ArabicFrequency(absl::string_view word) const {
  // A name of the lexicon counts as common.
  constexpr int kName = 9;
  constexpr int kShortestHost = 4;
  int frequency = arabic_->Find(word).frequency;
  for (const absl::string_view article : {"ال", "لل", "بال", "وال"}) {
    absl::string_view bare = word;
    if (!absl::ConsumePrefix(&bare, article) || LettersIn(bare) < 3) continue;
    frequency = std::max<int>(frequency, arabic_->Find(bare).frequency);
  }
  if (frequency < kName && IsName(word)) return kName;
  for (const absl::string_view pronoun : {"ها", "هم", "ه"}) {
    absl::string_view bare = word;
    if (frequency > 0 || !absl::ConsumeSuffix(&bare, pronoun) || LettersIn(bare) < kShortestHost) {
      continue;
    }
    frequency = std::max(0, arabic_->Find(bare).frequency - 1);
  }
  return frequency;
}

int JoinedWords::FrequencyBefore(absl::string_view word, absl::string_view rest) const {
  // As logarithms of counts.
  constexpr int kAsking = 15;
  constexpr int kOnlyAsks = 17;
  constexpr int kOfLexicon = 5;
  constexpr int kShortestOfLexicon = 4;
  if ((LettersIn(word) == 2 && !IsShortBefore(word)) || OpensDerivedForm(word)) return 0;
  // Only verbs stand behind these.
  if ((word == "لم" || word == "لن") && !absl::StartsWith(rest, "ي") &&
      !absl::StartsWith(rest, "ت") && !absl::StartsWith(rest, "ن")) {
    return 0;
  }
  absl::string_view asking = word;
  absl::ConsumePrefix(&asking, "و");
  if (OnlyAsks(asking) && LettersIn(rest) > 2) return kOnlyAsks;
  int frequency = ArabicFrequency(word);
  // Verbs of the lexicon stand in questions however rare they are.
  if (frequency < kOfLexicon && LettersIn(word) >= kShortestOfLexicon &&
      IsKnownArabic(std::string(word), lexicon_)) {
    frequency = kOfLexicon;
  }
  return IsAskingWord(word) && LettersIn(rest) > 2 ? std::max(frequency, kAsking) : frequency;
}

int JoinedWords::FrequencyBehind(absl::string_view word) const {
  if (LettersIn(word) == 2 && !IsShortBehind(word)) return 0;
  // "ولم" and the like follow no word without a blank.
  absl::string_view joined = word;
  if (absl::ConsumePrefix(&joined, "و") && IsShortBefore(joined)) return 0;
  return ArabicFrequency(word);
}

bool JoinedWords::IsWholeArabic(absl::string_view word) const {
  if (arabic_->FindStripped(word).facts.known || IsKnownArabic(std::string(word), lexicon_) ||
      IsName(word)) {
    return true;
  }
  for (const absl::string_view letter : {"و", "ف", "ب", "ل", "ك"}) {
    absl::string_view rest = word;
    if (absl::ConsumePrefix(&rest, letter) && LettersIn(rest) > 2 && IsName(rest)) return true;
  }
  return IsInflectionOfKnown(word, *arabic_);
}

std::size_t JoinedWords::BlankInArabic(absl::string_view word) const {
  constexpr int kShortest = 5;
  // Logarithms of counts: each part is known, both together outweigh a word of that many letters
  // that nobody wrote before.
  constexpr int kLeastOfPart = 2;
  constexpr int kLeastOfBoth = 12;
  constexpr int kOfLetter = 4;
  constexpr int kLeast = 45;
  if (AsksBeforePronoun(word)) return 2 * kLetter;
  // These letters end words.
  for (std::size_t at = 2 * kLetter; at + 2 * kLetter <= word.size(); at += kLetter) {
    const absl::string_view letter = word.substr(at - kLetter, kLetter);
    if (letter == "ة" || letter == "ى") return at;
  }
  if (!arabic_.has_value() || LettersIn(word) < kShortest || IsWholeArabic(word)) return 0;
  std::size_t best = 0;
  int most = 0;
  for (std::size_t at = 2 * kLetter; at + 2 * kLetter <= word.size(); at += kLetter) {
    const int before = FrequencyBefore(word.substr(0, at), word.substr(at));
    if (before < kLeastOfPart) continue;
    const int behind = FrequencyBehind(word.substr(at));
    if (behind < kLeastOfPart || before + behind <= most) continue;
    most = before + behind;
    best = at;
  }
  return most >= kLeastOfBoth && most + kOfLetter * LettersIn(word) >= kLeast ? best : 0;
}

// Short words of phrases in the lexicon are no words by themselves.
bool JoinedWords::IsEnglish(absl::string_view word) const {
  static constexpr absl::string_view kShort[] = {
      "is",  "its", "his", "her", "the", "to",  "of",  "in",  "on",  "at",  "by",  "an",
      "and", "for", "are", "was", "has", "had", "can", "who", "how", "why", "did", "due",
      "out", "any", "all", "new", "put", "pay", "say", "get", "got", "let", "lay", "lab",
      "run", "sue", "use", "buy", "cut", "ban", "bid", "own", "old", "two", "six", "ten",
      "one", "not", "now", "off", "set", "led", "ran", "won", "top", "big", "as",  "be",
      "do",  "go",  "he",  "it",  "up",  "we",  "if",  "or",  "me"};
  const std::string lower = absl::AsciiStrToLower(word);
  if (lower.size() < 4) return IsOneOf(lower, kShort);
  if (IsEnglishAsking(lower) || IsKnownEnglish(lower, lexicon_)) {
    return true;
  }
  for (const absl::string_view ending :
       {"lessly", "less", "ful", "ally", "ly", "ness", "ment", "ation", "er", "or"}) {
    absl::string_view stem = lower;
    if (absl::ConsumeSuffix(&stem, ending) && stem.size() >= 4 && IsKnownEnglish(stem, lexicon_)) {
      return true;
    }
  }
  for (const absl::string_view opening : {"inter", "super", "un", "re"}) {
    absl::string_view stem = lower;
    if (absl::ConsumePrefix(&stem, opening) && stem.size() >= 4 && IsKnownEnglish(stem, lexicon_)) {
      return true;
    }
  }
  return false;
}

bool JoinedWords::ArePartsOf(absl::string_view word, std::size_t at) const {
  constexpr std::size_t kLongName = 4;
  constexpr std::size_t kLongWord = 6;
  const absl::string_view before = word.substr(0, at);
  const absl::string_view behind = word.substr(at);
  if (!IsLower(behind) || !IsEnglish(behind)) return false;
  // "season", "combat": many words end like these.
  if (behind.size() == 2 && before.size() < 5 && !IsEnglishAsking(absl::AsciiStrToLower(before))) {
    return false;
  }
  if (!IsUpper(word[0])) {
    return IsLower(before) && (IsEnglish(before) || (before.size() >= kLongName &&
                                                     behind.size() >= 4 && IsName(before)));
  }
  if (IsEnglishAsking(absl::AsciiStrToLower(before)) && IsLower(before.substr(1))) {
    return before.size() > 2 || behind.size() <= 3 || behind == "which" || behind == "what";
  }
  if (before.size() >= kLongName && IsName(before)) return true;
  return before.size() >= kLongName && behind.size() >= kLongWord && !IsEnglish(before);
}

std::size_t JoinedWords::CapitalIn(absl::string_view word) const {
  for (std::size_t at = 2; at < word.size(); ++at) {
    if (!IsUpper(word[at]) || !IsLower(word.substr(at - 1, 1))) continue;
    const absl::string_view before = word.substr(0, at);
    const std::string lower = absl::AsciiStrToLower(before);
    const bool is_word = IsLower(before.substr(1)) &&
                         (IsUpper(word[0]) ? IsEnglishAsking(lower) : IsEnglish(before));
    return is_word || (at > 3 && (IsName(before) || IsName(word.substr(at)))) ? at : 0;
  }
  return 0;
}

std::size_t JoinedWords::SignIn(absl::string_view word) const {
  // "than500".
  const std::size_t digits = word.find_first_of("0123456789");
  if (digits != absl::string_view::npos && IsBeforeFigures(word.substr(0, digits))) return digits;
  // "12billion", "G42confirm", "USstate".
  constexpr std::size_t kShortest = 4;
  const auto small = static_cast<std::size_t>(
      std::find_if(word.rbegin(), word.rend(),
                   [](char c) { return !absl::ascii_islower(static_cast<unsigned char>(c)); })
          .base() -
      word.begin());
  const absl::string_view behind = word.substr(small);
  const bool ends_sign = digits != absl::string_view::npos || small > 1;
  return ends_sign && behind.size() >= kShortest && IsEnglish(behind) ? small : 0;
}

std::size_t JoinedWords::BlankInLatin(absl::string_view word) const {
  constexpr std::size_t kShortest = 5;
  if (word.size() < kShortest) return 0;
  // "Norsa'sround".
  const std::size_t possessive = word.find("'s");
  if (possessive != absl::string_view::npos && possessive > 0) {
    const absl::string_view behind = word.substr(possessive + 2);
    if (behind.size() > 1 && (IsUpper(behind[0]) || IsEnglish(behind))) return possessive + 2;
    word = word.substr(0, possessive);
  }
  if (IsName(word) || IsEnglish(word)) return 0;
  const std::size_t hyphen = word.rfind('-');
  if (const std::size_t capital = CapitalIn(word.substr(0, hyphen))) return capital;
  // "co-founderleft".
  if (hyphen != absl::string_view::npos) {
    const std::size_t at = BlankInLatin(word.substr(hyphen + 1));
    return at == 0 ? 0 : hyphen + 1 + at;
  }
  if (const std::size_t sign = SignIn(word)) return sign;
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t at = 2; at + 2 <= word.size(); ++at) {
    // Long words are rarely made of others by chance.
    const std::size_t score = at * at + (word.size() - at) * (word.size() - at);
    if (score <= most || !ArePartsOf(word, at)) continue;
    most = score;
    best = at;
  }
  return best;
}

std::size_t JoinedWords::BlankIn(absl::string_view word) const {
  if (!IsArabicWord(word)) {
    const bool ascii =
        std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
    return ascii ? BlankInLatin(word) : 0;
  }
  std::string bare;
  for (std::size_t i = 0; i < word.size(); i += kLetter) {
    const absl::string_view letter = word.substr(i, kLetter);
    if (!IsArabicMark(letter)) absl::StrAppend(&bare, letter);
  }
  std::size_t left = BlankInArabic(bare);
  if (left == 0) return 0;
  std::size_t at = 0;
  // Marks go with the letter before them.
  while (left > 0 || (at < word.size() && IsArabicMark(word.substr(at, kLetter)))) {
    if (!IsArabicMark(word.substr(at, kLetter))) left -= kLetter;
    at += kLetter;
  }
  return at;
}

}  // namespace isnad::extraction
