// The one translator between absl::Status and what goes over the wire.
//
// Payloads of an absl::Status travel as `google.rpc.Status.details`, in gRPC's binary status
// details trailer, and come back as payloads. All functions are thread safe.

#ifndef ISNAD_SERVICES_SERVER_STATUS_GRPC_STATUS_H_
#define ISNAD_SERVICES_SERVER_STATUS_GRPC_STATUS_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"
#include "google/rpc/status.pb.h"

namespace isnad::server {

// The status with its payloads. Details that would not fit into the trailers' 8 KiB are dropped,
// ErrorInfo and RetryInfo last.
grpc::Status ToGrpcStatus(const absl::Status& status);

// The status that a call ended with; details become payloads.
absl::Status FromGrpcStatus(const grpc::Status& status);

// The status as a message, for fields such as `Ingestion.error`.
google::rpc::Status ToRpcStatus(const absl::Status& status);

// The inverse of ToRpcStatus. An unknown code becomes kUnknown.
absl::Status FromRpcStatus(const google::rpc::Status& status);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_STATUS_GRPC_STATUS_H_
