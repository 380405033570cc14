// Supplies that are told of a product, or the wrong way round.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_SUPPLIES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_SUPPLIES_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "X makes the screens of the phone Y": X supplies whoever makes Y, by the gazetteers or by the
// other facts of the text. Supplies of products that nobody is known to make are dropped, and those
// that say the opposite of who was chosen to supply whom: "A chose B to supply it".
void SettleSupplies(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_SUPPLIES_H_
