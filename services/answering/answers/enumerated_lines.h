// The lines of a list that a sentence opens: "four have left, they are:".

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_ENUMERATED_LINES_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_ENUMERATED_LINES_H_

#include "services/answering/answers/draft.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The lines under the sentence that says what is asked for and ends in a colon, each quoted. A
// draft without parts where no such sentence suffices, or its lines are of another kind.
Draft AnswerWithLines(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_ENUMERATED_LINES_H_
