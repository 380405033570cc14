// Answers whether something is so.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_YES_NO_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_YES_NO_ANSWER_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/answers/draft.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Yes rests on a fact that is claimed as having happened, or on a sentence that says so; no on a
// denial, naming who denies, or on a sentence that says it of others or with another figure. What
// is only planned is said to be that, never yes, unless the question asks about plans. A draft
// without parts when nothing speaks of it. `tokens` are the question's.
Draft AnswerYesOrNo(const Inquiry& inquiry, const GatheredEvidence& evidence,
                    const std::vector<isnad::v1::Token>& tokens);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_YES_NO_ANSWER_H_
