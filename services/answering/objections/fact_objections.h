// Whether the facts behind a candidate are of what is asked. Candidates out of sentences alone meet
// no objection here.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_FACT_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_FACT_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "What did X say": a fact that tells what happened tells no words.
bool IsNoStatement(const Inquiry& inquiry, const Candidate& candidate);

// "Who resigned as head of X": whoever heads X now did not.
bool StillHolds(const Inquiry& inquiry, const Candidate& candidate);

// "Who takes over X": whom the facts only know to have left did not.
bool HasLeft(const Inquiry& inquiry, const Candidate& candidate);

// The relation is read surely, and the facts are of one that the same words hardly mean.
bool IsOfFaintReading(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_FACT_OBJECTIONS_H_
