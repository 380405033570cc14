// isnad.v1.ServerInfoService: what a server says about itself.

#ifndef ISNAD_SERVICES_SERVER_INFO_SERVER_INFO_HANDLER_H_
#define ISNAD_SERVICES_SERVER_INFO_SERVER_INFO_HANDLER_H_

#include <grpcpp/impl/service_type.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/server/config/server_config.pb.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::server {

constexpr char kServerInfoServiceName[] = "isnad.v1.ServerInfoService";

struct ServerInfo {
  std::string name;
  std::string version;
  // On the machine's clock.
  absl::Time start_time;
  std::vector<std::string> services;
  // Complete, with defaults.
  config::ServerConfig config;
};

// Makes the handler. `runtime` must outlive it.
std::unique_ptr<grpc::Service> MakeServerInfoHandler(const ServerInfo& info, RpcRuntime* runtime);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_INFO_SERVER_INFO_HANDLER_H_
