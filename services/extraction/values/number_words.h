// Words of spelled-out numbers in Arabic and English.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_WORDS_H_

#include "services/extraction/values/value_lexicon.h"

namespace isnad::extraction {

// Adds cardinals of both genders and all cases and spellings, scale nouns, fractions and ordinals.
void AddNumberWords(LexiconBuilder* lexicon);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_WORDS_H_
