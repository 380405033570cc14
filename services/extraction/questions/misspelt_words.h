// Puts slips of the hand in questions right.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_MISSPELT_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_MISSPELT_WORDS_H_

#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "absl/types/span.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/questions/bilingual_index.h"
#include "services/extraction/questions/plain_text.h"
#include "services/matching/typing_slips.h"

namespace isnad::extraction {

// Immutable; safe for concurrent use.
class MisspeltWords {
 public:
  // Without `arabic`, Arabic words stay as they are but for asking words. `lexicon` must outlive
  // the object.
  MisspeltWords(absl::optional<WordDistribution> arabic, const BilingualIndex* lexicon)
      : arabic_(std::move(arabic)), lexicon_(lexicon) {}

  // The question with words that are nothing but slips of others (two letters exchanged, one struck
  // twice or left out, the key beside) written as these, and the asking word at its beginning
  // before all; "أتنوي" as "هل تنوي". What is quoted or has a capital letter is a name and stays.
  // What `names`, of which there may be none, have stays, too.
  PlainText Correct(absl::string_view question, const NameLexicon* names) const;

 private:
  // What the first word, or another, was meant to be; empty when it is right.
  std::string IntendedFirst(std::string word, const NameLexicon* names) const;
  std::string Intended(const std::string& word, const NameLexicon* names) const;
  std::string IntendedArabic(const std::string& word, const NameLexicon* names) const;
  std::string IntendedCapital(const std::string& word, const NameLexicon* names) const;
  std::string IntendedEnglish(const std::string& word,
                              absl::Span<const matching::Slip> slips) const;
  // "هل تنوي" for "أتنوي"; empty where the letter is the word's own.
  std::string WithAskingWord(absl::string_view word) const;

  absl::optional<WordDistribution> arabic_;
  const BilingualIndex* lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_MISSPELT_WORDS_H_
