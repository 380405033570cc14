// Moves told without a verb, as lists and short notes have them: "X: from Y to Z", "X: director of
// Y".

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_LISTED_MOVES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_LISTED_MOVES_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// Facts of a passage that opens with a person, mostly before a colon, and goes on without a verb.
std::vector<FactRecord> ListedMoves(const PhraseIndex& index, const RoleIndex& roles, int passage);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_LISTED_MOVES_H_
