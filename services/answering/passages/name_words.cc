#include "services/answering/passages/name_words.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr absl::string_view kArticle = "ال";

// Words that only say what kind of thing has the name, folded.
bool IsKindOfThing(absl::string_view word) {
  static constexpr absl::string_view kKinds[] = {
      "شركه",  "مجموعه",     "موسسه",     "بنك",           "مصرف",       "جامعه",     "نادي",
      "صحيفه", "وكاله",      "مجله",      "قناه",          "موقع",       "منصه",      "تطبيق",
      "معهد",  "مختبر",      "مركز",      "صندوق",         "وزاره",      "هييه",      "طيران",
      "خطوط",  "استوديو",    "مدينه",     "مجمع",          "مصنع",       "برج",       "ابراج",
      "رابطه", "نقابه",      "بورصه",     "مدرسه",         "اكاديميه",   "جمعيه",     "فريق",
      "متجر",  "company",    "group",     "bank",          "university", "club",      "the",
      "air",   "university", "school",    "fund",          "agency",     "newspaper", "magazine",
      "lab",   "labs",       "institute", "international", "holding",    "towers",    "studio"};
  absl::ConsumePrefix(&word, kArticle);
  return std::find(std::begin(kKinds), std::end(kKinds), word) != std::end(kKinds);
}

// Whether only one-letter words and the article stand before the name that a stem cut out.
bool IsProclitics(absl::string_view prefix) {
  for (const absl::string_view conjunction : {"و", "ف"}) {
    if (absl::ConsumePrefix(&prefix, conjunction)) break;
  }
  for (const absl::string_view known : {"", "ال", "ب", "ل", "ك", "لل", "بال", "كال"}) {
    if (prefix == known) return true;
  }
  return false;
}

// Stems drop letters that a name keeps: "السنابل" is no "ابل".
bool HasStem(const v1::IndexedToken& token, absl::string_view word) {
  if (token.stem() != word) return false;
  const absl::string_view surface = token.surface();
  const size_t at = surface.find(word);
  return at == absl::string_view::npos || IsProclitics(surface.substr(0, at));
}

// The word of the passage is `word`, be it behind one-letter words and the article.
bool IsWord(const v1::IndexedToken& token, absl::string_view word) {
  absl::ConsumePrefix(&word, kArticle);
  absl::string_view surface = token.surface();
  absl::string_view bare = surface;
  absl::ConsumePrefix(&bare, kArticle);
  if (surface == word || bare == word || HasStem(token, word)) return true;
  for (const absl::string_view letter : {"و", "ف", "ب", "ل", "ك"}) {
    absl::string_view rest = surface;
    if (!absl::ConsumePrefix(&rest, letter)) continue;
    if (rest == word) return true;
    absl::ConsumePrefix(&rest, kArticle);
    // "لل" hides the article's alef.
    if (rest == word || (letter == "ل" && rest == absl::StrCat("ل", word))) return true;
  }
  return false;
}

}  // namespace

namespace {

// The word stands inside a longer name that has words which are not the key's: "الشرق" of another
// house does not name "Middle East Airlines".
bool IsOfLongerName(const v1::Passage& passage, int token,
                    const std::vector<absl::string_view>& words) {
  const v1::IndexedToken& at = passage.tokens(token);
  for (const v1::PassageMention& mention : passage.mentions()) {
    if (at.begin() < mention.begin() || at.end() > mention.end()) continue;
    for (const v1::IndexedToken& other : passage.tokens()) {
      if (other.begin() < mention.begin() || other.end() > mention.end()) continue;
      if (other.part_of_speech() == v1::PART_OF_SPEECH_PUNCT) continue;
      if (IsKindOfThing(other.surface())) continue;
      if (std::none_of(words.begin(), words.end(),
                       [&](absl::string_view word) { return IsWord(other, word); })) {
        return true;
      }
    }
  }
  return false;
}

// A common noun outside every name: "the market does not forgive" names no "Market of the Quarter".
bool IsCommonNoun(const v1::Passage& passage, int token) {
  const v1::IndexedToken& at = passage.tokens(token);
  if (at.part_of_speech() != v1::PART_OF_SPEECH_NOUN &&
      at.part_of_speech() != v1::PART_OF_SPEECH_ADJ) {
    return false;
  }
  return std::none_of(passage.mentions().begin(), passage.mentions().end(),
                      [&](const v1::PassageMention& mention) {
                        return mention.begin() <= at.begin() && at.end() <= mention.end();
                      });
}

// A verb outside every name: "denied" is written as some names may be.
bool IsVerb(const v1::Passage& passage, int token) {
  const v1::IndexedToken& at = passage.tokens(token);
  if (at.part_of_speech() != v1::PART_OF_SPEECH_VERB) return false;
  return std::none_of(passage.mentions().begin(), passage.mentions().end(),
                      [&](const v1::PassageMention& mention) {
                        return mention.begin() <= at.begin() && at.end() <= mention.end();
                      });
}

// Another word of the key than `telling` stands in the passage, or it has none that tells.
bool HasAnotherWord(const v1::Passage& passage, const std::vector<absl::string_view>& words,
                    absl::string_view telling) {
  bool others = false;
  for (const absl::string_view word : words) {
    // What is left of an article says nothing.
    constexpr size_t kLeastBytes = 5;
    if (word == telling || word.size() < kLeastBytes || IsKindOfThing(word)) continue;
    others = true;
    for (const v1::IndexedToken& token : passage.tokens()) {
      if (IsWord(token, word)) return true;
    }
  }
  return !others;
}

}  // namespace

bool BearsName(const v1::Passage& passage, const std::vector<int>& tokens, absl::string_view key,
               bool person) {
  const std::vector<absl::string_view> words = absl::StrSplit(key, ' ', absl::SkipEmpty());
  if (words.empty()) return false;
  absl::string_view telling = words.back();
  if (!person) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [](absl::string_view word) { return !IsKindOfThing(word); });
    if (found == words.end()) {
      // "أبراج" alone is no name, "بنك الأندية" needs all its words.
      return std::all_of(words.begin(), words.end(), [&](absl::string_view word) {
        return std::any_of(tokens.begin(), tokens.end(),
                           [&](int token) { return IsWord(passage.tokens(token), word); });
      });
    }
    telling = *found;
  }
  return std::any_of(tokens.begin(), tokens.end(), [&](int token) {
    // "علي" of a name is written like the preposition.
    if (passage.tokens(token).part_of_speech() == v1::PART_OF_SPEECH_ADP) return false;
    if (!IsWord(passage.tokens(token), telling)) return false;
    if (words.size() > 1 && IsVerb(passage, token) && !HasAnotherWord(passage, words, telling)) {
      return false;
    }
    if (person || words.size() < 2) return true;
    // With an article that the name has not, it is the more likely a noun of its own.
    absl::string_view surface = passage.tokens(token).surface();
    if (!absl::ConsumePrefix(&surface, "و")) absl::ConsumePrefix(&surface, "ف");
    const bool article =
        absl::StartsWith(surface, kArticle) && !absl::StartsWith(telling, kArticle);
    // So it is where only the stem is the name's: "marketing" for "market".
    const bool derived = !absl::StrContains(surface, telling);
    if ((article || derived) && IsCommonNoun(passage, token) &&
        !HasAnotherWord(passage, words, telling)) {
      return false;
    }
    return !IsOfLongerName(passage, token, words);
  });
}

}  // namespace isnad::answering
