// Who puts money into a round beside whoever leads it.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_BACKERS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_BACKERS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "[a round] that X led and in which Y and Z took part": Y and Z invested in what X did. Facts of
// the frame "take-part-beside" get the object of the investment that the same sentence told before.
// Where it told none, and of no round either, they go, since people take part in fairs as well.
void SettleBackersBeside(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_BACKERS_H_
