// The day on which somebody takes up a post, apart from that on which he was named to it.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_FIRST_DAYS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_FIRST_DAYS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "When does X take up the post" asks for the first day there, and the sentence of the date says
// of no one that he starts or takes over.
bool IsNoFirstDay(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_FIRST_DAYS_H_
