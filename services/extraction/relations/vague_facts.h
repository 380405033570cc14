// Facts that say less than another one of the same text.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_VAGUE_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_VAGUE_FACTS_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// For the facts of a whole text: takes away layoffs without a figure, or with one that is only
// called hundreds or thousands, as headlines tell of them, where the text says of the same house
// how many it laid off; of those that it denies, how many it did not. Linear in the facts.
void DropVagueLayoffs(const Analysis& analysis, std::vector<FactRecord>* facts);

// For the facts of a whole text: takes away those that a headline tells of a thing without its name
// ("X puts off its game") where the text below tells the same of the house and names the thing.
// Linear in the facts.
void DropHeadlinesToldBelow(const Analysis& analysis, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_VAGUE_FACTS_H_
