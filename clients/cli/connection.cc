#include "clients/cli/connection.h"

#include <grpcpp/channel.h>

#include "absl/strings/str_cat.h"
#include "services/server/rpc/channel.h"
#include "services/server/rpc/service_config.h"
#include "services/server/status/grpc_status.h"

namespace isnad::cli {

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(const std::string& address) {
  auto out = std::unique_ptr<Connection>(new Connection());
  out->address_ = address;
  // One channel serves all services; the answer service's retry policy covers what people wait for.
  auto channel = server::DialService(address, server::ServiceConfigFor("isnad.v1.AnswerService"));
  if (!channel.ok()) return channel.status();
  out->channel_ = *channel;
  out->ingestion_ = isnad::v1::IngestionService::NewStub(*channel);
  out->extraction_ = isnad::v1::ExtractionService::NewStub(*channel);
  out->facts_ = isnad::v1::FactService::NewStub(*channel);
  out->answers_ = isnad::v1::AnswerService::NewStub(*channel);
  out->info_ = isnad::v1::ServerInfoService::NewStub(*channel);
  return out;
}

void Connection::SetDeadline(absl::Duration timeout, grpc::ClientContext* context) {
  context->set_deadline(absl::ToChronoTime(absl::Now() + timeout));
}

absl::Status Connection::Explain(const grpc::Status& status) const {
  if (status.ok()) return absl::OkStatus();
  absl::Status out = server::FromGrpcStatus(status);
  if (out.code() == absl::StatusCode::kUnavailable && status.error_details().empty()) {
    return absl::UnavailableError(
        absl::StrCat("no suite answers at ", address_, " (", status.error_message(),
                     "); start one with `isnad serve` or name another with --address"));
  }
  return out;
}

}  // namespace isnad::cli
