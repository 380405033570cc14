// Whether the sentence tells what the question asks of whom it names.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_RELATION_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_RELATION_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Whether the question tells a relation surely, and no word of the sentence, of a row's header or
// of the heading does. Always false for candidates of facts.
bool LacksRelation(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_RELATION_OBJECTIONS_H_
