// Where people come from whom the same sentence says to have been elsewhere before.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_ORIGINS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_ORIGINS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "X joined Y after ten years at Z", "Y signed up X after he had worked for Z": X was hired from Z.
void AddOriginsBefore(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_ORIGINS_H_
