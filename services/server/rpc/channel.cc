#include "services/server/rpc/channel.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/support/channel_arguments.h>
#include <grpcpp/support/validate_service_config.h>

#include "absl/strings/str_cat.h"
#include "services/server/security/credentials.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

grpc::ChannelArguments Arguments(absl::string_view service_config_json,
                                 const ChannelLimits& limits) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(limits.max_receive_bytes);
  arguments.SetMaxSendMessageSize(limits.max_send_bytes);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS,
                   static_cast<int>(absl::ToInt64Milliseconds(limits.keepalive_time)));
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS,
                   static_cast<int>(absl::ToInt64Milliseconds(limits.keepalive_timeout)));
  arguments.SetInt(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  if (service_config_json.empty()) {
    arguments.SetLoadBalancingPolicyName("round_robin");
  } else {
    arguments.SetServiceConfigJSON(std::string(service_config_json));
  }
  return arguments;
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::Channel>> DialService(absl::string_view target,
                                                           absl::string_view service_config_json,
                                                           const ChannelLimits& limits) {
  if (target.empty()) {
    return InvalidFields({{"target", "is empty; give a target such as dns:///isnad-facts:8080"}});
  }
  const std::string problem =
      service_config_json.empty()
          ? ""
          : grpc::experimental::ValidateServiceConfigJSON(std::string(service_config_json));
  if (!problem.empty()) {
    return InvalidFields({{"service_config", absl::StrCat("gRPC refuses it: ", problem)}});
  }
  return grpc::CreateCustomChannel(std::string(target), MakeChannelCredentials(),
                                   Arguments(service_config_json, limits));
}

}  // namespace isnad::server
