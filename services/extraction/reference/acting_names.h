// Organisations that were taken for products, told by what they do and have in the text.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_ACTING_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_ACTING_NAMES_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Makes organisations of products that no lexicon knows and that dismiss people, have staff or
// founders, or are bought by shares; takes away names that cannot be any. Linear in the mentions.
void RetypeActingNames(Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_ACTING_NAMES_H_
