// The command line of `isnad`.

#ifndef ISNAD_CLIENTS_CLI_COMMAND_LINE_H_
#define ISNAD_CLIENTS_CLI_COMMAND_LINE_H_

namespace isnad::cli {

// Parses the command line, runs the command and returns the exit code.
int RunCommandLine(int argc, char** argv);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_COMMAND_LINE_H_
