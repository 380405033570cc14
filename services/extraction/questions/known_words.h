// Whether a word of a question is one of the lexicon in some form.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_KNOWN_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_KNOWN_WORDS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/questions/bilingual_index.h"

namespace isnad::extraction {

// In any inflection, in lower case; words of grammar are known without the lexicon.
bool IsKnownEnglish(absl::string_view word, const BilingualIndex& lexicon);

// Verbs that news seldom write are known in all their forms, and who writes vowel marks takes care.
bool IsKnownArabic(const std::string& word, const BilingualIndex& lexicon);

// Whether the Arabic word is a common one with an ending: inflections are rarer than their words.
bool IsInflectionOfKnown(absl::string_view word, const WordDistribution& words);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_KNOWN_WORDS_H_
