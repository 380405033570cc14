// `isnad serve`: the suite in this process.

#ifndef ISNAD_CLIENTS_CLI_SERVE_COMMAND_H_
#define ISNAD_CLIENTS_CLI_SERVE_COMMAND_H_

#include <string>
#include <vector>

namespace isnad::cli {

// Serves until SIGTERM or SIGINT. `arguments` follow the word "serve": `--data_dir=D`,
// `--address=HOST:PORT` and every other field of isnad.config.IsnadConfig as a flag. Returns the
// exit code.
int RunServe(const std::vector<std::string>& arguments);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_SERVE_COMMAND_H_
