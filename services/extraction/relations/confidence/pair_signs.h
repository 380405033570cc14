// What the pair model says of a fact, as signs for or against it.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_PAIR_SIGNS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_PAIR_SIGNS_H_

#include <string>
#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/pairs/pair_reading.h"

namespace isnad::extraction {

// Names of the features that hold: how likely the model finds the two ends for the type, in steps
// that add up, whether it finds another end or another type likelier, and that it read nothing of
// them.
std::vector<std::string> PairSigns(const FactRecord& fact, const PairReading& reading);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_PAIR_SIGNS_H_
