#include "services/server/rpc/rpc_context.h"

#include <algorithm>
#include <utility>

#include "services/server/rpc/trace_context.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

bool Holds(const std::function<bool()>& condition) { return condition && condition(); }

}  // namespace

RpcContext::RpcContext(Options options) : options_(std::move(options)) {}

std::string RpcContext::trace_id() const { return TraceId(options_.traceparent); }

absl::Duration RpcContext::Remaining() const {
  return std::max(options_.deadline - options_.clock->Now(), absl::ZeroDuration());
}

bool RpcContext::IsCancelled() const { return Holds(options_.is_cancelled); }

bool RpcContext::IsDraining() const { return Holds(options_.is_draining); }

absl::Status RpcContext::CheckAlive() const {
  if (Remaining() == absl::ZeroDuration()) {
    return MakeError(absl::StatusCode::kDeadlineExceeded, "the deadline of the call has passed",
                     "DEADLINE_EXCEEDED");
  }
  if (IsCancelled()) {
    return MakeError(absl::StatusCode::kCancelled, "the caller gave the call up", "CANCELLED");
  }
  if (Holds(options_.must_stop)) return DrainingError();
  return absl::OkStatus();
}

absl::Status DrainingError() {
  return WithRetryInfo(
      MakeError(absl::StatusCode::kUnavailable,
                "this server is shutting down; the call can be repeated at another",
                "SERVER_DRAINING"),
      absl::Milliseconds(100));
}

}  // namespace isnad::server
