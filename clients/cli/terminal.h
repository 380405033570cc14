// What the terminal at the other end can show.

#ifndef ISNAD_CLIENTS_CLI_TERMINAL_H_
#define ISNAD_CLIENTS_CLI_TERMINAL_H_

#include <functional>
#include <string>

namespace isnad::cli {

struct Terminal {
  // Standard output is a terminal, not a file or pipe.
  bool interactive = false;
  // Colours are welcome (interactive, NO_COLOR unset, TERM not "dumb").
  bool colors = false;
  // It reorders Arabic itself (VTE since 0.58, Konsole, mlterm, mintty, Terminal.app). Elsewhere
  // letters come out in the order they are stored and marks for it would only be noise.
  bool bidirectional = false;
};

// Value of an environment variable, empty when unset.
using Environment = std::function<std::string(const std::string& name)>;

// Guesses from the environment; nothing is asked of the terminal itself.
Terminal DescribeTerminal(bool interactive, const Environment& environment);

// The terminal behind this process's standard output.
Terminal StandardOutput();

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_TERMINAL_H_
