// The names that a part of a double question has to itself.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_PART_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_PART_NAMES_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// Where each part of `reading` stands in the question, in order. Empty without parts.
std::vector<Range> StretchesOfParts(const isnad::v1::QuestionAnalysis& reading);

// The tokens inside `stretch`.
std::vector<isnad::v1::Token> TokensIn(const std::vector<isnad::v1::Token>& tokens, Range stretch);

// Whether the part is asked about its own names alone. The first part is, where it has any ("how
// many work at X, and how many did Y lay off?"): nothing points forward to what follows it. A later
// one is where it asks the like of another name; else it may go on about those before it.
bool StandsAlone(const isnad::v1::QuestionAnalysis& reading, int part,
                 const std::vector<Range>& stretches);

// The part with the names alone that stand in its stretch.
isnad::v1::QuestionAnalysis WithOwnNames(const isnad::v1::QuestionAnalysis& part, Range stretch);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_PART_NAMES_H_
