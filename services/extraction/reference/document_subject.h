// What a text is about.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_DOCUMENT_SUBJECT_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_DOCUMENT_SUBJECT_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Index of the entity that the text is about: the organisation named most often, names in the
// headline and the first passages counting more. -1 when no organisation is named.
int DocumentSubject(const Analysis& analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_DOCUMENT_SUBJECT_H_
