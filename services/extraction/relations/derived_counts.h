// Second figures of staff that the words set beside a first one.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_COUNTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_COUNTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "we were fifty [كنا خمسين]" is said of the speaker's house; "three of them had [كان ثلاثة منهم]"
// is no count of it, though the verb is the same.
void DropCountsOfOthers(const PhraseIndex& index, std::vector<FactRecord>* facts);

// "900 people work at Y, after their number had been 300": a fact for the second figure.
void AddOtherCounts(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_COUNTS_H_
