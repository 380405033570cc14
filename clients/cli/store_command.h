// `isnad store`: what operators do with a whole fact store, without a suite.

#ifndef ISNAD_CLIENTS_CLI_STORE_COMMAND_H_
#define ISNAD_CLIENTS_CLI_STORE_COMMAND_H_

#include <string>

#include "clients/cli/output.h"

namespace isnad::cli {

struct StoreOptions {
  std::string store = "sqlite:isnad-data/facts.db";  // or postgresql://...
  std::string file;                                  // Of a backup.
  std::string to;                                    // The store to copy to.
  Format format = Format::kTable;
};

// Each says what it did on standard output, as a table or as one line of JSON, and returns the exit
// code: kFailure when the store, or its copy, breaks a rule.
int RunStoreCheck(const StoreOptions& options);
int RunStoreMigrate(const StoreOptions& options);
int RunStoreBackup(const StoreOptions& options);
int RunStoreRestore(const StoreOptions& options);
int RunStoreCopy(const StoreOptions& options);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_STORE_COMMAND_H_
