// The defaults of ServerConfig.

#ifndef ISNAD_SERVICES_SERVER_CONFIG_SERVER_DEFAULTS_H_
#define ISNAD_SERVICES_SERVER_CONFIG_SERVER_DEFAULTS_H_

#include "absl/status/statusor.h"
#include "services/server/config/server_config.pb.h"

namespace isnad::server {

// `config` with a default in every field that is 0 or empty and has one. INVALID_ARGUMENT, listing
// all fields at fault, when a number is negative or a level or address is malformed.
absl::StatusOr<config::ServerConfig> CompleteServerConfig(config::ServerConfig config);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_CONFIG_SERVER_DEFAULTS_H_
