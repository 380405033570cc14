// Tells people from the listed companies and products that are called by their surnames.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_SHARED_SURNAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_SHARED_SURNAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// "نادين كروغر" is a person, and so is "كروغر" alone in the same text unless a noun of kind says
// otherwise; "أنيل" before an unknown word is no company. Such spans of the gazetteers become
// people or go. `spans` are those of the gazetteers, in text order.
void GiveUpSurnames(const NameLexicon& lexicon, const CueFinder& cues, const Analysis& analysis,
                    std::vector<NameSpan>* spans);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_SHARED_SURNAMES_H_
