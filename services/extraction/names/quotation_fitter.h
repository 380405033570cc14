// Names and the quotation marks around them.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_QUOTATION_FITTER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_QUOTATION_FITTER_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Fits names that no gazetteer settles to the quotation marks around them: a name ends with the
// mark that closes ("«سديم» للذكاء الاصطناعي" is "سديم"), and words between the marks that were
// left out belong to it ("«طيران الواحة»"). Behind a noun of kind this holds for known names as
// well
// ("تطبيق «دلتا باي»").
void FitToQuotations(const Analysis& analysis, const CueFinder& cues, std::vector<NameSpan>* spans);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_QUOTATION_FITTER_H_
