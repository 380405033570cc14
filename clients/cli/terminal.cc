#include "clients/cli/terminal.h"

#include <unistd.h>

#include <cstdlib>

namespace isnad::cli {
namespace {

// VTE 0.58 was the first with the bidirectional algorithm; VTE_VERSION counts 0.58.0 as 5800.
constexpr int kFirstBidirectionalVte = 5800;

bool ReordersArabic(const Environment& environment) {
  const std::string program = environment("TERM_PROGRAM");
  return std::atoi(environment("VTE_VERSION").c_str()) >= kFirstBidirectionalVte ||
         !environment("KONSOLE_VERSION").empty() || !environment("MLTERM").empty() ||
         program == "mintty" || program == "Apple_Terminal";
}

}  // namespace

Terminal DescribeTerminal(bool interactive, const Environment& environment) {
  Terminal terminal;
  terminal.interactive = interactive;
  terminal.colors = interactive && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  terminal.bidirectional = interactive && ReordersArabic(environment);
  return terminal;
}

Terminal StandardOutput() {
  return DescribeTerminal(isatty(STDOUT_FILENO) == 1, [](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return std::string(value == nullptr ? "" : value);
  });
}

}  // namespace isnad::cli
