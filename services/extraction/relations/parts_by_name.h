// Parts of a house that are called after it.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTS_BY_NAME_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTS_BY_NAME_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "Y's lab of applied research", "Y AI": the name says whose part it is, once in a text, where Y is
// named there, too. Nothing is added where `facts`, those of a whole text, say of what it is a
// part.
void AddPartsByName(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTS_BY_NAME_H_
