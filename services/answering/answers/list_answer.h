// Answers questions that ask for several things.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_LIST_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_LIST_ANSWER_H_

#include "services/answering/answers/draft.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The items with their number, and the words that name most of them. Items are the best candidate,
// those coordinated with it in its sentence, and those that facts of the same relation give.
// Questions for several things that are no names are answered with statements. A draft without
// parts when the evidence does not suffice.
Draft AnswerWithList(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_LIST_ANSWER_H_
