// March, which is spelled like "he practised": "وافقت في مارس على البيع".

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MONTH_OR_VERB_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MONTH_OR_VERB_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Makes nouns of the tokens of an analysed text that were taken for that verb behind a preposition
// or a word of time, where no verb can stand.
void ReadMonths(Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MONTH_OR_VERB_H_
