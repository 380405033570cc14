#include "services/extraction/questions/known_words.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {

bool IsKnownEnglish(absl::string_view word, const BilingualIndex& lexicon) {
  static constexpr absl::string_view kShort[] = {
      "am",  "an",  "as",  "at",  "be",  "by",  "do",  "go",  "he",  "if",  "in", "is", "it",
      "me",  "my",  "no",  "of",  "on",  "or",  "so",  "to",  "up",  "us",  "we", "ok", "hi",
      "the", "are", "had", "can", "may", "for", "and", "but", "not", "any", "all"};
  if (std::find(std::begin(kShort), std::end(kShort), word) != std::end(kShort)) return true;
  const std::vector<std::string> keys = EnglishKeys(word);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return lexicon.Has(key); });
}

bool IsKnownArabic(const std::string& word, const BilingualIndex& lexicon) {
  if (StripMarks(word) != word) return true;
  const std::vector<std::string> keys = ArabicKeys(Fold(word));
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return lexicon.Begins(key); });
}

}  // namespace isnad::extraction
