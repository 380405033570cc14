#include "services/extraction/questions/known_words.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {

bool IsKnownEnglish(absl::string_view word, const BilingualIndex& lexicon) {
  static constexpr absl::string_view kGrammar[] = {
      "about",     "across",   "after",   "against",   "all",     "also",     "am",
      "among",     "an",       "and",     "any",       "anybody", "anyone",   "anything",
      "april",     "are",      "around",  "as",        "at",      "august",   "be",
      "became",    "because",  "been",    "before",    "being",   "between",  "both",
      "built",     "but",      "by",      "came",      "can",     "could",    "december",
      "do",        "does",     "during",  "each",      "even",    "ever",     "every",
      "everyone",  "february", "for",     "friday",    "from",    "gave",     "give",
      "go",        "gone",     "had",     "have",      "he",      "here",     "hi",
      "if",        "in",       "into",    "is",        "it",      "january",  "july",
      "june",      "just",     "kept",    "laid",      "like",    "list",     "made",
      "many",      "march",    "may",     "me",        "monday",  "more",     "most",
      "much",      "must",     "my",      "name",      "no",      "nobody",   "not",
      "november",  "october",  "of",      "ok",        "on",      "only",     "or",
      "other",     "over",     "per",     "please",    "same",    "saturday", "september",
      "should",    "show",     "since",   "so",        "some",    "somebody", "someone",
      "something", "soon",     "spent",   "still",     "such",    "sunday",   "tell",
      "than",      "that",     "the",     "their",     "them",    "then",     "there",
      "these",     "they",     "this",    "those",     "through", "thursday", "to",
      "too",       "towards",  "tuesday", "under",     "until",   "up",       "upon",
      "us",        "very",     "we",      "wednesday", "well",    "went",     "were",
      "what",      "when",     "where",   "which",     "while",   "whom",     "whose",
      "will",      "with",     "within",  "without",   "would",   "yet",      "your"};
  if (std::find(std::begin(kGrammar), std::end(kGrammar), word) != std::end(kGrammar)) return true;
  const std::vector<std::string> keys = EnglishKeys(word);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return lexicon.Has(key); });
}

bool IsInflectionOfKnown(absl::string_view word, const WordDistribution& words) {
  // As the logarithm of a count.
  constexpr int kKnownHost = 4;
  constexpr int kShortestHost = 3;
  for (const absl::string_view ending :
       {"ان", "يه", "يهما", "ين",  "ون",  "ات",  "تان",  "تين",  "تا", "تي", "ها", "هم", "هما",
        "ه",  "كم", "ته",   "تها", "تهم", "اته", "اتها", "اتهم", "نا", "وا", "ية", "ي"}) {
    absl::string_view host = word;
    if (!absl::ConsumeSuffix(&host, ending) || CharacterCount(host) < kShortestHost) continue;
    if (words.FindStripped(host).facts.frequency >= kKnownHost ||
        words.FindStripped(absl::StrCat(host, "ة")).facts.frequency >= kKnownHost) {
      return true;
    }
  }
  return false;
}

bool IsKnownArabic(const std::string& word, const BilingualIndex& lexicon) {
  if (StripMarks(word) != word) return true;
  const std::vector<std::string> keys = ArabicKeys(Fold(word));
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return lexicon.Begins(key); });
}

}  // namespace isnad::extraction
