// Governments and parliaments that a text calls by their country: "الحكومة الأميركية", "حكومة
// السودان".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_GOVERNMENTS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_GOVERNMENTS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// Makes organisations of them, one for each noun and country. The place in "حكومة السودان" is no
// mention of its own then. Linear in the text.
void AddGovernments(const ReferenceLexicon& lexicon, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_GOVERNMENTS_H_
