// Facts from tables: a row names an organisation, and the headings say what its other cells are.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_TABLE_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_TABLE_FACTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// Facts of all tables whose headings are understood: people laid off, people employed, who leads,
// who invested. Each rests on its row and is marked cross-sentence, since the heading stands
// elsewhere. Linear in the tables.
std::vector<FactRecord> TableFacts(const PhraseIndex& index, const RoleIndex& roles);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_TABLE_FACTS_H_
