// Puts right where names begin and end that stand in quotation marks.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_QUOTED_SPANS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_QUOTED_SPANS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// A letter right behind an opening mark is no preposition, and a name ends where its mark closes:
// «بوصلة» is not "وصلة". Nor is "ك" before the name of a person, unless a given name remains.
// Changes mentions of names that no lexicon knows and their entities' spellings; entities left
// without a mention are dropped by LinkShortNames. Linear in the text.
void RestoreCutNames(const ReferenceLexicon& lexicon, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_QUOTED_SPANS_H_
