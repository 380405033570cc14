// `isnad analyze`: what the Arabic analysis sees in a text.

#ifndef ISNAD_CLIENTS_CLI_ANALYZE_COMMAND_H_
#define ISNAD_CLIENTS_CLI_ANALYZE_COMMAND_H_

#include <string>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

// Prints words with clitics, stem and part of speech, then names and values.
int RunAnalyze(const std::string& text, Format format, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ANALYZE_COMMAND_H_
