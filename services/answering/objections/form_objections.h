// Whether a sentence has the form of one that tells something.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_FORM_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_FORM_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The sentence asks something itself.
bool IsQuestion(const Inquiry& inquiry, const Candidate& candidate);

// The town in front of an agency's report says where it was written.
bool IsDateline(const Inquiry& inquiry, const Candidate& candidate);

// All words of the candidate are the question's own: "the next generation" names no model.
bool RepeatsQuestion(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_FORM_OBJECTIONS_H_
