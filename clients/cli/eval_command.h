// `isnad eval`: how well a suite answers a file of questions whose answers are known.

#ifndef ISNAD_CLIENTS_CLI_EVAL_COMMAND_H_
#define ISNAD_CLIENTS_CLI_EVAL_COMMAND_H_

#include <string>
#include <vector>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

struct EvalOptions {
  std::string questions_file;     // as docs/corpus.md describes; "-" for standard input
  std::vector<std::string> bars;  // such as "accuracy=75"
  bool misses = false;            // show the questions that went wrong
  Format format = Format::kTable;
};

// Asks every question and prints figures. kFailure when a question could not be asked or a bar is
// missed, kUsage for a bar that is malformed.
int RunEval(const EvalOptions& options, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_EVAL_COMMAND_H_
