// `isnad ask`: one question, a file of questions, or a session.

#ifndef ISNAD_CLIENTS_CLI_ASK_COMMAND_H_
#define ISNAD_CLIENTS_CLI_ASK_COMMAND_H_

#include <string>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

struct AskOptions {
  std::string question;        // empty: questions_file, else questions from standard input
  std::string questions_file;  // JSON Lines with "id" and "question"
  std::string output;          // where answers go as JSON Lines; standard output if empty
  std::string language;        // "ar", "en" or empty for the question's own
  bool plan = false;           // show how the answer was found
  Format format = Format::kTable;
};

// Prints answers with their citations. A refusal is an answer: the exit code tells failures only.
int RunAsk(const AskOptions& options, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ASK_COMMAND_H_
