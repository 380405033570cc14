// The client policy (balancing, retries, timeouts) that stands beside the protos, compiled in.

#ifndef ISNAD_SERVICES_SERVER_RPC_SERVICE_CONFIG_H_
#define ISNAD_SERVICES_SERVER_RPC_SERVICE_CONFIG_H_

#include "absl/strings/string_view.h"

namespace isnad::server {

// The service config JSON of a service of the contract, such as "isnad.v1.FactService"; "" when
// there is none of that name.
absl::string_view ServiceConfigFor(absl::string_view service);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_SERVICE_CONFIG_H_
