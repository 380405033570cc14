// Comparisons that the rows of one table answer.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_TABLE_COMPARISON_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_TABLE_COMPARISON_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/answers/draft.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Which of the two alternatives of the question has more, or came earlier, by the column of a table
// whose heading has most of the question's words. A draft without parts where the question offers
// no two alternatives, or no table has a row for each and such a column. `tokens` are the
// question's.
Draft AnswerFromTable(const Inquiry& inquiry, const std::vector<isnad::v1::Token>& tokens);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_TABLE_COMPARISON_H_
