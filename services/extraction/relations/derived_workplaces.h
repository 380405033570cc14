// Posts that no title gives, but words beside a name: who leads a unit of the house in question,
// from which house somebody speaks, and what somebody did where he came from.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_WORKPLACES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_WORKPLACES_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "Y merged two teams into one that X runs [يديره]": X leads at Y. `facts` are those of a passage.
void AddLeadersOfUnits(const PhraseIndex& index, int passage, std::vector<FactRecord>* facts);

// "X of Y [من] commented": X works at Y. `facts` are those of a passage, statements among them.
void AddHousesOfSpeakers(const PhraseIndex& index, std::vector<FactRecord>* facts);

// "X came from Y, where she ran [حيث أدارت] the sales": X held that post at Y.
void AddPostsBeforeComing(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_WORKPLACES_H_
