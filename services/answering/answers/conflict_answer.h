// Answers questions about what sources disagree on, and questions that offer alternatives.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_CONFLICT_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_CONFLICT_ANSWER_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/answers/draft.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Every side with who says it and when: figures that cannot all hold; a claim and its denial; the
// best words for each alternative. One side alone is given as such. A draft without parts when
// there is none. `tokens` are the question's, to know the words of its alternatives.
Draft AnswerWithSides(const Inquiry& inquiry, const GatheredEvidence& evidence,
                      const std::vector<isnad::v1::Token>& tokens);

// The best statement of each person whom the question names; a draft without parts when fewer than
// two of them speak.
Draft AnswerWithSpeakers(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_CONFLICT_ANSWER_H_
