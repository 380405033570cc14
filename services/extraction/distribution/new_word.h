// Tells words that a large text never had from misspelt ones.

#ifndef ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_NEW_WORD_H_
#define ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_NEW_WORD_H_

#include "absl/strings/string_view.h"
#include "services/extraction/distribution/word_distribution.h"

namespace isnad::extraction {

// Whether `form` (Token::form, Arabic letters) is a word that nobody wrote before and that no slip
// of the pen explains: the text has it neither as it is nor without its proclitics, and no common
// word is one letter away (left out, put in, or mistaken). Mostly such words are names. False for
// short words and for those with other characters. Some 400 lookups for a word of seven letters:
// for questions, not for articles.
bool IsNewWord(absl::string_view form, const WordDistribution& words);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_NEW_WORD_H_
