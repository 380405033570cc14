// Finds where the blank between two words of a question is missing.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_JOINED_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_JOINED_WORDS_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/questions/bilingual_index.h"

namespace isnad::extraction {

// Looks at one word at a time: one that is neither in the lexicon nor in the large text, but two
// words of these side by side, is these ("عمالالمصنع", "howmany"). Names that nobody wrote before
// stay whole. Cheap to make, thread-safe.
class JoinedWords {
 public:
  // Without `arabic` Arabic words are joined only where a letter ends one. All that is pointed to
  // must outlive the object; `names` may be null.
  JoinedWords(const absl::optional<WordDistribution>* arabic, const BilingualIndex* lexicon,
              const NameLexicon* names)
      : arabic_(*arabic), lexicon_(*lexicon), names_(names) {}

  // Where in `word` (letters, digits and marks of vowels, as typed) the blank is missing, in bytes;
  // 0 where none is.
  std::size_t BlankIn(absl::string_view word) const;

 private:
  std::size_t BlankInArabic(absl::string_view word) const;
  std::size_t BlankInLatin(absl::string_view word) const;
  // Where a name begins behind a word: "fromNorsa", "DoesNorsa"; 0 where none does.
  std::size_t CapitalIn(absl::string_view word) const;
  // Where figures or an acronym begin or end: "than500", "12billion", "USstate"; 0 where none do.
  std::size_t SignIn(absl::string_view word) const;
  bool IsName(absl::string_view word) const;
  bool IsWholeArabic(absl::string_view word) const;
  bool IsEnglish(absl::string_view word) const;
  bool ArePartsOf(absl::string_view word, std::size_t at) const;
  // How common an Arabic word is, as the logarithm of a count, by itself, before `rest`, and behind
  // a word; 0 where it is none.
  int ArabicFrequency(absl::string_view word) const;
  int FrequencyBefore(absl::string_view word, absl::string_view rest) const;
  int FrequencyBehind(absl::string_view word) const;

  const absl::optional<WordDistribution>& arabic_;
  const BilingualIndex& lexicon_;
  const NameLexicon* names_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_JOINED_WORDS_H_
