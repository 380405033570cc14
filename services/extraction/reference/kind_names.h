// Names of which the names stage saw no more than the noun of kind: "بنك" in "أعلن بنك مسار".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_KIND_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_KIND_NAMES_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// Lets names that are only the noun of kind of an organisation take in the word that follows, and
// finds that word where it speaks alone later ("ونفى مسار"). Replaces the mentions; entities left
// without one are dropped by LinkShortNames. Linear in the text.
void ExtendKindNames(const ReferenceLexicon& lexicon, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_KIND_NAMES_H_
