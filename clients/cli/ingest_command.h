// `isnad ingest`: files into a suite.

#ifndef ISNAD_CLIENTS_CLI_INGEST_COMMAND_H_
#define ISNAD_CLIENTS_CLI_INGEST_COMMAND_H_

#include <string>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

struct IngestOptions {
  std::string path;      // a file, a folder, or "-" for standard input
  std::string metadata;  // JSON Lines file; a folder's metadata.jsonl when empty
  Format format = Format::kTable;
};

// Sends the articles, waits until each is stored and prints what became of them. Safe to repeat:
// what was stored before is found again. Returns the exit code: failure when any article failed.
int RunIngest(const IngestOptions& options, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_INGEST_COMMAND_H_
