// People whom the question names itself, by a part of the name or in another spelling.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_ASKED_PERSON_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_ASKED_PERSON_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "Who follows Pacheco": the candidate ends in a name of the question, and begins as that does
// where the question has a first name. It is not whom the question asks for.
bool IsAskedPerson(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_ASKED_PERSON_H_
