// What a text is about.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_DOCUMENT_SUBJECT_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_DOCUMENT_SUBJECT_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Whether the entity is a publisher or broadcaster by its class: it reports, and rarely acts.
bool IsOutlet(const EntityRecord& entity);

// Index of the entity that the text is about: the organisation named most often, names in the
// headline, above all the first there, and the first passages counting more, outlets less. -1 when
// no organisation is named.
int DocumentSubject(const Analysis& analysis);

// By entity, what its place in the text adds to its weight wherever a word points back: named in
// the headline, in the lead, a part of the subject. 0 for most. `subject` may be -1.
std::vector<double> StandingOf(const Analysis& analysis, int subject);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_DOCUMENT_SUBJECT_H_
