// Names in quotation marks that no other finder has.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_QUOTED_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_QUOTED_NAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Newspapers put names of companies, products and campuses in quotation marks. Which they are is
// said by a noun of their kind before them ('منصة "سوقنا"', 'مجمعا للحوسبة باسم "كولوسوس 2"'),
// beside them
// ('"أرزة"، النموذج العربي') or in them; "named" alone and a number at the end make a product.
// Without any of these the words may be what somebody said: a few go to `doubtful`, of unknown
// type, for who judges by all their places. None overlaps `mask`. In text order.
std::vector<NameSpan> FindQuotedNames(const Analysis& analysis, const CueFinder& cues,
                                      const TokenMask& mask, std::vector<NameSpan>* doubtful);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_QUOTED_NAMES_H_
