// Facts of ends that no frame joined.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FACTS_H_

#include <string>
#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/pairs/pair_reading.h"
#include "services/extraction/relations/pairs/pair_schema.h"
#include "services/extraction/relations/pairs/told_facts.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// A fact for each likely pair of a passage whose ends fit the schema and that none of `told` has:
// frames say more of what they join. Its rule is "TYPE/pair", its trigger the word that speaks most
// for it, its confidence what the model gives it.
std::vector<FactRecord> PairFacts(const PhraseIndex& index, const RoleIndex& roles,
                                  const PairSchema& schema, int passage, const ToldFacts& told,
                                  PairReading* reading);

// The ends of a fact of a type, and nothing else.
FactRecord FactOf(const Analysis& analysis, const EndPair& pair, const std::string& type);

// Whether the fact was made of a pair.
bool IsOfPair(const FactRecord& fact);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FACTS_H_
