// The second of two questions in one, where it goes on about the answer to the first.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_LEANING_PART_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_LEANING_PART_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/entity.pb.h"
#include "isnad/v1/question.pb.h"

namespace isnad::answering {

// Whether `part` names nobody itself and asks something of `answer`: "and where did she work
// before?" `tokens` are the whole question's.
bool LeansOnAnswer(const isnad::v1::QuestionAnalysis& part, const isnad::v1::Entity& answer,
                   const std::vector<isnad::v1::Token>& tokens);

// The part with `answer` as its only name, and with its own words alone. `tokens` as above.
isnad::v1::QuestionAnalysis PartAbout(const isnad::v1::QuestionAnalysis& part,
                                      const isnad::v1::Entity& answer,
                                      const std::vector<isnad::v1::Token>& tokens);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_LEANING_PART_H_
