// Answers which of two is more: "who invested more, X or Y", "did X lay off more than Y".

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_COMPARISON_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_COMPARISON_ANSWER_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/answers/draft.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// One figure for each of the two that the question compares, and which is more. A draft without
// parts when the question compares nothing, or no figure is found for one of them. `tokens` are the
// question's.
Draft AnswerWithComparison(const Inquiry& inquiry, const std::vector<isnad::v1::Token>& tokens);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_COMPARISON_ANSWER_H_
