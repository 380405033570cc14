#include "services/server/status/grpc_status.h"

#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

// gRPC's default limit for all trailers together is 8 KiB, and base64 adds a third.
constexpr size_t kMaxMessageBytes = 1500;
constexpr size_t kMaxDetailsBytes = 4000;

bool IsEssential(absl::string_view type_url) {
  return absl::EndsWith(type_url, "/google.rpc.ErrorInfo") ||
         absl::EndsWith(type_url, "/google.rpc.RetryInfo");
}

void DropInessentialDetails(google::rpc::Status* status) {
  google::rpc::Status kept;
  for (const auto& detail : status->details()) {
    if (IsEssential(detail.type_url())) *kept.add_details() = detail;
  }
  status->mutable_details()->Swap(kept.mutable_details());
}

}  // namespace

google::rpc::Status ToRpcStatus(const absl::Status& status) {
  google::rpc::Status message;
  message.set_code(static_cast<int>(status.code()));
  message.set_message(Shorten(status.message(), kMaxMessageBytes));
  status.ForEachPayload([&](absl::string_view type_url, const absl::Cord& payload) {
    auto* detail = message.add_details();
    detail->set_type_url(std::string(type_url));
    detail->set_value(std::string(payload));
  });
  // Payloads come in the order of a hash map.
  absl::c_sort(*message.mutable_details(),
               [](const auto& a, const auto& b) { return a.type_url() < b.type_url(); });
  return message;
}

absl::Status FromRpcStatus(const google::rpc::Status& message) {
  const bool known = message.code() >= 0 && message.code() <= 16;
  const auto code =
      known ? static_cast<absl::StatusCode>(message.code()) : absl::StatusCode::kUnknown;
  absl::Status status(code, message.message());
  for (const auto& detail : message.details()) {
    status.SetPayload(detail.type_url(), absl::Cord(detail.value()));
  }
  return status;
}

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  google::rpc::Status message = ToRpcStatus(status);
  if (message.ByteSizeLong() > kMaxDetailsBytes) DropInessentialDetails(&message);
  return grpc::Status(static_cast<grpc::StatusCode>(message.code()), message.message(),
                      message.details().empty() ? "" : message.SerializeAsString());
}

absl::Status FromGrpcStatus(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  google::rpc::Status message;
  if (!message.ParseFromString(status.error_details())) message.Clear();
  message.set_code(status.error_code());
  message.set_message(status.error_message());
  return FromRpcStatus(message);
}

}  // namespace isnad::server
