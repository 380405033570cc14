// Organisations of unknown name that a text puts into quotation marks: «أبراج النيل».

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_QUOTED_ORGANIZATIONS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_QUOTED_ORGANIZATIONS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// Adds the quoted words that stand where organisations do, told by what surrounds all their places
// in the text: nouns of kind before them, verbs beside them, titles and purchases of them. Linear
// in the text.
void AddQuotedOrganizations(const ReferenceLexicon& lexicon, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_QUOTED_ORGANIZATIONS_H_
