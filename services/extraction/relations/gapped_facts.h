// Finds what a sentence goes on to say without its verb: "X put 40 million in Z, then Y 25
// million".

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_GAPPED_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_GAPPED_FACTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// Adds a fact for every other participant that follows one with a figure of its own and no verb:
// the same type and object, another subject and figure.
void AddGappedFacts(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_GAPPED_FACTS_H_
