// What sites cost, as the words that tell of building them say.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_COSTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_COSTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "X builds a plant in Y at a cost of [بتكلفة، باستثمارات] Z": the plant costs Z. Takes away what
// reads as if the builder cost that, or put the same money into nothing in particular.
void AddCostsOfSites(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_COSTS_H_
