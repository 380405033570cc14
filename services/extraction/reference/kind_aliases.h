// Names together with the noun of kind that they are called with: "صندوق المنار" for "المنار".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_KIND_ALIASES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_KIND_ALIASES_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Where the noun of kind belongs to the name is a matter of taste with funds, banks, groups and the
// like: adds the longer spelling to those of organisations that no lexicon knows. Linear in the
// mentions.
void AddKindAliases(Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_KIND_ALIASES_H_
