// Products that were to come out and come out later.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DELAYED_PLANS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DELAYED_PLANS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// What was put off to a new date is still to come.
void AddPlansOfDelays(std::vector<FactRecord>* facts);

// "was to release X in May, but the date was moved to July": X is late, though the words of the
// delay do not name it. Not where they speak of another thing.
void AddDelaysOfPlans(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DELAYED_PLANS_H_
