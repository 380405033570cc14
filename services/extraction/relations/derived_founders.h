// Founders who found together with somebody.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_FOUNDERS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_FOUNDERS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "X left Y, the house that he founded with Z", "before founding, with her colleague Z, the house
// Y": whoever founds with Z has founded Y as well, though the clause does not name him. He is whose
// colleague Z is, or who the sentence was about.
void AddFoundersBeside(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_FOUNDERS_H_
