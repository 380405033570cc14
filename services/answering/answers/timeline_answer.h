// Answers questions that ask for events in order.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_TIMELINE_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_TIMELINE_ANSWER_H_

#include "services/answering/answers/draft.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The events that are most to the question, by their dates where all have one, else in the order in
// which the articles tell them. A draft without parts when there are none.
Draft AnswerWithTimeline(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_TIMELINE_ANSWER_H_
