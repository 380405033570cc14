// Parts of a house that are told by kind, field and house: "وحدة الروبوتات في X".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_HOUSE_PARTS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_HOUSE_PARTS_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Adds a unit, division, arm or laboratory that the text says is one of a named organisation ("ذراع
// الخدمات السحابية التابعة لـ«X»", "قسم الرقائق لدى X") as an organisation of its own, and the
// words that speak of it behind: the same phrase without its house, and the noun alone with the
// article while there is one part of that kind ("الوحدة"). Names that are known stay. Expects the
// names of the text linked already; linear in the text.
void AddHouseParts(Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_HOUSE_PARTS_H_
