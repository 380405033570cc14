// Whether the sentence says that it happened as the question has it: who says so, why, whether at
// all.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// A sentence that gives no cause and denies what it would be the cause of.
bool IsDenialOfEvent(const Inquiry& inquiry, const Candidate& candidate);

// What somebody brought out is asked for, and the sentence says what he did not.
bool TellsOfNone(const Inquiry& inquiry, const Candidate& candidate);

// The sentence denies what the question takes for granted.
bool IsDenied(const Inquiry& inquiry, const Candidate& candidate);

// Tells what happened and not why.
bool LacksCause(const Inquiry& inquiry, const Candidate& candidate);

// Where the question names a speaker, the sentence names him too, or a fact says that it is his.
bool IsOfSpeaker(const Inquiry& inquiry, const Candidate& candidate);

// The question asks for an end of a relation that was read surely, yet no fact fills it.
bool IsUnconfirmed(const Inquiry& inquiry, const Candidate& candidate);

// The question asks about what is still to come, and the sentence tells of what has come.
bool LacksPlan(const Inquiry& inquiry, const Candidate& candidate);

// The question asks who has invested or bought, and the fact is a plan to.
bool IsOnlyPlanned(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_OBJECTIONS_H_
