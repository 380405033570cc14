// Nouns that news counts.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NOUN_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NOUN_WORDS_H_

#include "absl/strings/string_view.h"
#include "services/extraction/values/value_lexicon.h"

namespace isnad::extraction {

// Adds counted nouns with all their forms.
void AddNounWords(LexiconBuilder* lexicon);

// Language-independent key of the noun with index `WordSense::noun`, for example "EMPLOYEE".
// Measures keep a key per size ("MEGAWATT", "GIGAWATT"), so amounts stay as written.
absl::string_view NounKey(int noun);

// Whether the noun is counted in whole numbers (people, things), unlike measures (tonnes).
bool IsCountable(int noun);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NOUN_WORDS_H_
