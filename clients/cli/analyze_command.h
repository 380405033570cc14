// `isnad analyze`: what the Arabic analysis sees in a text.

#ifndef ISNAD_CLIENTS_CLI_ANALYZE_COMMAND_H_
#define ISNAD_CLIENTS_CLI_ANALYZE_COMMAND_H_

#include <string>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

struct AnalyzeOptions {
  // The text itself; read from `file` when empty.
  std::string text;
  // A path, or "-" for standard input.
  std::string file;
  // BCP-47; detected when empty.
  std::string language;
  // What relative dates count from, YYYY-MM-DD; they stay unresolved when empty.
  std::string reference_date;
  // Leaves out the table of words.
  bool names_only = false;
  Format format = Format::kTable;
};

// Prints each sentence with its words, names, references and values, or the response as JSON.
int RunAnalyze(const AnalyzeOptions& options, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ANALYZE_COMMAND_H_
