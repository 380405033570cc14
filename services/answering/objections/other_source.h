// Whose word a sentence is, where a question asks for that of one person.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_OTHER_SOURCE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_OTHER_SOURCE_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Whether a person's word is asked for ("according to its president"), and the sentence is
// another's. Who is interviewed speaks in all replies.
bool IsOfAnotherSource(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_OTHER_SOURCE_H_
