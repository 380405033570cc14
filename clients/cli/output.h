// What the commands print: messages as JSON for programs, failures for people.

#ifndef ISNAD_CLIENTS_CLI_OUTPUT_H_
#define ISNAD_CLIENTS_CLI_OUTPUT_H_

#include <string>

#include "absl/status/status.h"
#include "google/protobuf/message.h"

namespace isnad::cli {

enum class Format { kTable, kJson };

// Exit codes of every command.
constexpr int kSuccess = 0;
constexpr int kFailure = 1;      // the command ran and something failed
constexpr int kUsage = 2;        // the command line was wrong
constexpr int kUnavailable = 3;  // no suite at the address

// The protobuf JSON mapping on one line.
std::string ToJson(const google::protobuf::Message& message);

// One line of JSON to standard output.
void PrintJson(const google::protobuf::Message& message);

// The error with its field violations to standard error; returns the exit code for it.
int PrintFailure(const absl::Status& status);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_OUTPUT_H_
