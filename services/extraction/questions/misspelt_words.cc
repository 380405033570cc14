#include "services/extraction/questions/misspelt_words.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/distribution/intended_word.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/questions/known_words.h"
#include "services/extraction/questions/typed_words.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"
#include "services/matching/typing_slips.h"

namespace isnad::extraction {
namespace {

using matching::Slip;

constexpr std::size_t kShortestEnglish = 4;
constexpr std::size_t kShortestCapital = 6;
// Shorter ones are too near to names.
constexpr int kShortestArabic = 6;
constexpr int kShortestAsking = 3;
constexpr int kShortestEnglishAsking = 2;
// Logarithm of a count: a word as common as this is what was meant.
constexpr int kCommonArabic = 6;

// Words that open questions.
constexpr absl::string_view kEnglishAsking[] = {"what", "who",  "how",   "when", "where", "which",
                                                "why",  "did",  "does",  "was",  "were",  "has",
                                                "have", "will", "whose", "whom", "list"};
constexpr absl::string_view kArabicAsking[] = {"ماذا", "لماذا", "متي", "اين", "كيف", "بكم", "اذكر"};

bool IsCapital(char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); }

bool IsName(absl::string_view word, const NameLexicon* names) {
  return names != nullptr && names->FindName(MatchKey(Fold(word))) != nullptr;
}

// The asking word that the first word of a question was meant to be.
std::string IntendedAskingWord(absl::string_view word) {
  const int shortest = StartsArabic(word) ? kShortestAsking : kShortestEnglishAsking;
  if (CharacterCount(word) < shortest) return std::string();
  for (const std::string& candidate : WordsBeforeSlip(word)) {
    const std::string folded = Fold(candidate);
    if (std::find(std::begin(kEnglishAsking), std::end(kEnglishAsking), folded) !=
            std::end(kEnglishAsking) ||
        std::find(std::begin(kArabicAsking), std::end(kArabicAsking), folded) !=
            std::end(kArabicAsking)) {
      return candidate;
    }
  }
  return std::string();
}

// How asking words are written as they are spoken, or in haste; folded.
std::string SpokenAskingWord(absl::string_view word) {
  static constexpr std::pair<absl::string_view, absl::string_view> kSpoken[] = {
      {"كام", "كم"},          {"بكام", "بكم"},    {"قديش", "كم"},       {"اديش", "كم"},
      {"شقد", "كم"},          {"متا", "متى"},     {"امتا", "متى"},      {"ايمتا", "متى"},
      {"مادا", "ماذا"},       {"لمادا", "لماذا"}, {"لمذا", "لماذا"},    {"علاه", "لماذا"},
      {"كيفاش", "كيف"},       {"ازاي", "كيف"},    {"هال", "هل"},        {"hu", "who"},
      {"whos", "who is"},     {"wen", "when"},    {"whens", "when is"}, {"y", "why"},
      {"whay", "why"},        {"wat", "what"},    {"wut", "what"},      {"whats", "what is"},
      {"wheres", "where is"}, {"hows", "how is"}};
  const std::string folded = Fold(word);
  for (const auto& [spoken, written] : kSpoken) {
    if (folded == spoken) return std::string(written);
  }
  return std::string();
}

}  // namespace

// A word that no text has is the one of the lexicon that is a slip away, however rare that is.
std::string MisspeltWords::IntendedArabic(const std::string& word, const NameLexicon* names) const {
  if (!arabic_.has_value()) return std::string();
  std::string common = IntendedWord(word, *arabic_);
  if (!common.empty()) {
    // Asked last, as it takes longest.
    const bool right = IsInflectionOfKnown(word, *arabic_) || IsKnownArabic(word, *lexicon_);
    return right ? std::string() : common;
  }
  constexpr int kMargin = 2;
  if (CharacterCount(word) < kShortestArabic || arabic_->FindStripped(word).facts.known ||
      IsName(word, names) || IsInflectionOfKnown(word, *arabic_)) {
    return std::string();
  }
  std::string intended;
  int most = 0;
  int next = 0;
  for (std::string& candidate : WordsBeforeSlip(word)) {
    const int frequency = arabic_->Find(candidate).frequency;
    if (frequency == 0 || candidate == intended) continue;
    if (frequency > most) {
      next = most;
      most = frequency;
      intended = std::move(candidate);
    } else {
      next = std::max(next, frequency);
    }
  }
  if (most < next + kMargin || !IsKnownArabic(intended, *lexicon_) ||
      IsKnownArabic(word, *lexicon_)) {
    return std::string();
  }
  return intended;
}

std::string MisspeltWords::IntendedEnglish(const std::string& word,
                                           absl::Span<const Slip> slips) const {
  if (word.size() < kShortestEnglish || IsKnownEnglish(word, *lexicon_)) return std::string();
  std::string intended;
  for (const Slip slip : slips) {
    for (std::string& candidate : matching::BeforeSlip(word, slip)) {
      if (!IsKnownEnglish(candidate, *lexicon_) || candidate == intended) continue;
      // Two words are as likely.
      if (!intended.empty()) return std::string();
      intended = std::move(candidate);
    }
  }
  return intended;
}

// "Sepember", "Stuido": a word of the lexicon with a capital letter. Names are too near to others
// for the key beside.
std::string MisspeltWords::IntendedCapital(const std::string& word,
                                           const NameLexicon* names) const {
  const bool plain = std::none_of(word.begin() + 1, word.end(), IsCapital);
  if (word.size() < kShortestCapital || !plain || IsName(word, names)) return std::string();
  std::string intended = IntendedEnglish(absl::AsciiStrToLower(word),
                                         {Slip::kExchanged, Slip::kDoubled, Slip::kOmitted});
  if (!intended.empty()) intended[0] = word[0];
  return intended;
}

std::string MisspeltWords::Intended(const std::string& word, const NameLexicon* names) const {
  if (IsCapital(word[0])) return IntendedCapital(word, names);
  if (StartsArabic(word)) return IntendedArabic(word, names);
  if (IsName(word, names)) return std::string();
  // With the key beside, first names of four letters are words: "tony", "tiny".
  if (word.size() == kShortestEnglish) {
    return IntendedEnglish(word, {Slip::kExchanged, Slip::kDoubled, Slip::kOmitted});
  }
  return IntendedEnglish(word,
                         {Slip::kExchanged, Slip::kDoubled, Slip::kKeyBeside, Slip::kOmitted});
}

std::string MisspeltWords::IntendedFirst(std::string word, const NameLexicon* names) const {
  const bool capital = absl::ascii_isupper(static_cast<unsigned char>(word[0]));
  const bool acronym = word.size() > 1 && absl::ascii_isupper(static_cast<unsigned char>(word[1]));
  if (acronym) return std::string();
  absl::AsciiStrToLower(&word);
  std::string spoken = SpokenAskingWord(word);
  if (!spoken.empty()) return spoken;
  const bool known =
      StartsArabic(word)
          ? !arabic_.has_value() || arabic_->FindStripped(word).facts.frequency >= kCommonArabic
          : IsKnownEnglish(word, *lexicon_) ||
                std::find(std::begin(kEnglishAsking), std::end(kEnglishAsking), word) !=
                    std::end(kEnglishAsking);
  if (!known) {
    std::string asking = IntendedAskingWord(word);
    if (!asking.empty()) return asking;
  }
  return capital ? std::string() : Intended(word, names);
}

std::string MisspeltWords::WithAskingWord(absl::string_view word) const {
  constexpr absl::string_view kAskingLetter = "أ";
  // A verb of three letters at least.
  constexpr std::size_t kShortestVerbBytes = 6;
  // Logarithms of counts: the verb is common, and the whole is no word of its own.
  constexpr int kCommonVerb = 5;
  constexpr int kMargin = 3;
  absl::string_view verb = word;
  if (!arabic_.has_value() || !absl::ConsumePrefix(&verb, kAskingLetter) ||
      verb.size() < kShortestVerbBytes) {
    return std::string();
  }
  const int frequency = arabic_->FindStripped(verb).facts.frequency;
  if (frequency < kCommonVerb || arabic_->Find(word).frequency + kMargin > frequency) {
    return std::string();
  }
  return absl::StrCat("هل ", verb);
}

PlainText MisspeltWords::Correct(absl::string_view question, const NameLexicon* names) const {
  PlainText plain;
  std::size_t copied = 0;
  bool first = true;
  const auto offset = [](std::size_t at) { return static_cast<int>(at); };
  for (const TypedWord& typed : TypedWordsOf(question)) {
    if (typed.quoted || typed.end - typed.begin > kLongestTypedWord) continue;
    const std::string word(question.substr(typed.begin, typed.end - typed.begin));
    std::string intended;
    if (first && absl::EndsWith(question, "؟")) intended = WithAskingWord(word);
    if (intended.empty()) intended = first ? IntendedFirst(word, names) : Intended(word, names);
    first = false;
    if (intended.empty()) continue;
    plain.to_source.AddCopy(offset(plain.text.size()), offset(copied));
    absl::StrAppend(&plain.text, question.substr(copied, typed.begin - copied));
    plain.to_source.AddReplacement(offset(plain.text.size()), offset(typed.begin));
    plain.text.append(intended);
    copied = typed.end;
  }
  plain.to_source.AddCopy(offset(plain.text.size()), offset(copied));
  absl::StrAppend(&plain.text, question.substr(copied));
  plain.to_source.Finish(offset(plain.text.size()), offset(question.size()));
  return plain;
}

}  // namespace isnad::extraction
