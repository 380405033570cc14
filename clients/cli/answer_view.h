// An answer as people read it in a terminal.

#ifndef ISNAD_CLIENTS_CLI_ANSWER_VIEW_H_
#define ISNAD_CLIENTS_CLI_ANSWER_VIEW_H_

#include <ostream>

#include "isnad/v1/answer.pb.h"
#include "isnad/v1/answer_service.pb.h"

namespace isnad::cli {

// The text, its confidence as a word, and the quotes with title, publisher and date; or why there
// is no answer, and what to read instead.
void PrintAnswer(const isnad::v1::AskResponse& answer, std::ostream& out);

// The reading of the question and the lookups.
void PrintPlan(const isnad::v1::Plan& plan, std::ostream& out);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ANSWER_VIEW_H_
