// Channels to other servers of the suite, with the retry and balancing policy of the service.

#ifndef ISNAD_SERVICES_SERVER_RPC_CHANNEL_H_
#define ISNAD_SERVICES_SERVER_RPC_CHANNEL_H_

#include <grpcpp/channel.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace isnad::server {

struct ChannelLimits {
  // Largest message taken and sent, in bytes.
  int max_receive_bytes = 16 << 20;
  int max_send_bytes = 32 << 20;
  // Pings on a quiet connection; never more often than servers permit (30 s by default).
  absl::Duration keepalive_time = absl::Seconds(60);
  absl::Duration keepalive_timeout = absl::Seconds(20);
};

// Opens a channel to `target`, such as "dns:///isnad-facts:8080". Does not wait for a connection.
// `service_config_json` is usually `ServiceConfigFor(...)`. INVALID_ARGUMENT when the target is
// empty or the service config is not what gRPC reads.
absl::StatusOr<std::shared_ptr<grpc::Channel>> DialService(absl::string_view target,
                                                           absl::string_view service_config_json,
                                                           const ChannelLimits& limits = {});

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_CHANNEL_H_
