// People named in a list below the sentence that tells of them.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_LISTED_PEOPLE_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_LISTED_PEOPLE_H_

#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// The first mention of a fitting type in each of the list items right below a passage that ends by
// announcing them with a colon. Empty when it announces none.
Fillers PeopleListedBelow(const PhraseIndex& index, int passage, const FillerSet& types);

// Whether a participant was found so, in another passage than the words that tell of him.
bool IsListed(const ArgumentRecord& argument);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_LISTED_PEOPLE_H_
