// isnad: the command line of the suite.

#include "clients/cli/command_line.h"

int main(int argc, char** argv) { return isnad::cli::RunCommandLine(argc, argv); }
