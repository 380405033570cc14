#include "services/server/info/server_info_handler.h"

#include "isnad/v1/server_info_service.grpc.pb.h"

namespace isnad::server {
namespace {

using isnad::v1::GetServerInfoRequest;
using isnad::v1::GetServerInfoResponse;

GetServerInfoResponse ToResponse(const ServerInfo& info) {
  GetServerInfoResponse response;
  response.set_server_name(info.name);
  response.set_version(info.version);
  response.mutable_start_time()->set_seconds(absl::ToUnixSeconds(info.start_time));
  for (const std::string& service : info.services) response.add_services(service);
  response.set_max_receive_message_bytes(info.config.max_receive_bytes());
  response.set_max_send_message_bytes(info.config.max_send_bytes());
  response.set_max_deadline_ms(info.config.max_unary_deadline_ms());
  response.set_max_page_size(info.config.max_page_size());
  return response;
}

class ServerInfoHandler final : public isnad::v1::ServerInfoService::Service {
 public:
  ServerInfoHandler(const ServerInfo& info, RpcRuntime* runtime)
      : response_(ToResponse(info)), runtime_(runtime) {}

  grpc::Status GetServerInfo(grpc::ServerContext* context, const GetServerInfoRequest*,
                             GetServerInfoResponse* response) override {
    return runtime_->Unary(context, "isnad.v1.ServerInfoService/GetServerInfo", [&](RpcContext&) {
      *response = response_;
      return absl::OkStatus();
    });
  }

 private:
  const GetServerInfoResponse response_;
  RpcRuntime* const runtime_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeServerInfoHandler(const ServerInfo& info, RpcRuntime* runtime) {
  return std::make_unique<ServerInfoHandler>(info, runtime);
}

}  // namespace isnad::server
