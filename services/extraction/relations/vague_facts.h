// Facts that say less than another one of the same text.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_VAGUE_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_VAGUE_FACTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// For the facts of a whole text: takes away layoffs without a figure, as headlines tell of them,
// where the text says of the same house how many it laid off. Linear in the facts.
void DropVagueLayoffs(std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_VAGUE_FACTS_H_
