// Facts that follow from others of the same words: who leaves one employer for another comes from
// there, who runs a house now holds a post there.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_FACTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// Adds what follows from the facts of one passage, and takes away what the added ones say better.
// Each names its own rule and is less sure than what it rests on.
void AddDerivedFacts(const PhraseIndex& index, const RoleIndex& roles,
                     std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_FACTS_H_
