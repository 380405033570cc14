// `isnad explain`: why a fact is believed, or how a question is read.

#ifndef ISNAD_CLIENTS_CLI_EXPLAIN_COMMAND_H_
#define ISNAD_CLIENTS_CLI_EXPLAIN_COMMAND_H_

#include <string>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

struct ExplainOptions {
  std::string what;  // facts/ID, or a question
  Format format = Format::kTable;
};

// Of a fact: its ends, sources and words, then for each source how extraction reads the sentence.
int RunExplain(const ExplainOptions& options, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_EXPLAIN_COMMAND_H_
