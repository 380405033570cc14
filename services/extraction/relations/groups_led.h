// Posts that relative clauses give to people whose moves the sentence tells of.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_GROUPS_LED_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_GROUPS_LED_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "X, who led the team of models, left for Y": X held that post at the house that he left, though
// the clause does not name it. Nothing is added where another fact of the same words gives him a
// post, or one of the text gives him one there. `facts` are those of a whole text.
void AddGroupsLed(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_GROUPS_LED_H_
