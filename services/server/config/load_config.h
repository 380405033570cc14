// Fills a configuration message from a file, the environment and the command line.
//
// In this order, the later winning: the message as passed in; `--config=FILE` (protobuf text
// format); the environment; flags. A field `server.max_send_bytes` is the flag
// `--server.max_send_bytes=N` and, with the prefix "ISNAD", the variable
// `ISNAD_SERVER_MAX_SEND_BYTES`. A bool flag may stand alone. A repeated field takes a flag per
// value, or a variable with values between commas, and replaces the earlier source's list. Maps and
// lists of messages can only be given in the file. Anything unknown is an error.

#ifndef ISNAD_SERVICES_SERVER_CONFIG_LOAD_CONFIG_H_
#define ISNAD_SERVICES_SERVER_CONFIG_LOAD_CONFIG_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace google::protobuf {
class Message;
}  // namespace google::protobuf

namespace isnad::server {

// What to do after the configuration was read.
enum class ConfigAction {
  kRun,
  // `--help` was given and answered on standard output.
  kExit,
};

// Loads `config`. INVALID_ARGUMENT, with the file and line, flag or variable at fault, when
// something is unknown or malformed; NOT_FOUND when the file cannot be read. Reads the environment,
// so no other thread may change it meanwhile.
absl::StatusOr<ConfigAction> LoadConfig(int argc, const char* const* argv,
                                        absl::string_view env_prefix,
                                        google::protobuf::Message* config);

// The text of `--help`: every field that a flag can set, its words and its variable.
std::string ConfigHelp(absl::string_view program, absl::string_view env_prefix,
                       const google::protobuf::Message& config);

// Merges text format into `config`; errors name `source` and the line.
absl::Status MergeConfigText(absl::string_view text, absl::string_view source,
                             google::protobuf::Message* config);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_CONFIG_LOAD_CONFIG_H_
