// What every call passes through before and after its handler, in one order everywhere:
// request id -> trace -> metrics -> limits -> deadline -> body -> status translation -> log line.

#ifndef ISNAD_SERVICES_SERVER_RPC_RPC_RUNTIME_H_
#define ISNAD_SERVICES_SERVER_RPC_RPC_RUNTIME_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include <atomic>
#include <cstdint>
#include <memory>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/server/clock/clock.h"
#include "services/server/metrics/metrics.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::server {

// Bounds of what a process works on at a time, and for how long.
struct RpcLimits {
  // Unary calls that run at once; the next one ends with RESOURCE_EXHAUSTED and RetryInfo. Calls
  // over an in-process channel are part of a call that was admitted already and do not count.
  int max_concurrent_rpcs = 256;
  // Streams that are open at once.
  int max_concurrent_streams = 64;
  // Longest time granted to a unary call and to a stream.
  absl::Duration max_unary_deadline = absl::Seconds(60);
  absl::Duration max_stream_deadline = absl::Hours(1);
  // How long finite streams may go on once the server drains.
  absl::Duration drain_stream_grace = absl::Seconds(5);
  // What RetryInfo asks an unadmitted caller to wait.
  absl::Duration retry_delay = absl::Milliseconds(500);
};

// Runs the bodies of handlers. One per process, shared by all services. Thread safe; outlives the
// server that uses it.
//
//   grpc::Status GetFact(grpc::ServerContext* context, const GetFactRequest* request,
//                        GetFactResponse* response) override {
//     return runtime_->Unary(context, "isnad.v1.FactService/GetFact",
//                            [&](RpcContext& rpc) -> absl::Status { ... });
//   }
class RpcRuntime {
 public:
  using Body = absl::FunctionRef<absl::Status(RpcContext&)>;

  explicit RpcRuntime(RpcLimits limits = {}, Clock* clock = SystemClock(),
                      std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>());
  RpcRuntime(const RpcRuntime&) = delete;
  RpcRuntime& operator=(const RpcRuntime&) = delete;

  // Runs the body of a unary method. `full_method` is "package.Service/Method". The request id of
  // the caller (metadata x-request-id) or a new one is echoed in the initial metadata.
  grpc::Status Unary(grpc::ServerContext* context, absl::string_view full_method, Body body);

  // The same for a method that streams either way, under the limits of streams.
  grpc::Status Streaming(grpc::ServerContext* context, absl::string_view full_method, Body body);

  // Runs the body of a unary method for another handler of this process, whose call is `caller`:
  // as a call over an in-process channel, but on the caller's thread and without its messages being
  // written and read again.
  absl::Status Inside(const RpcContext& caller, absl::Time deadline, absl::string_view full_method,
                      Body body);

  // Calls that run now, of both kinds.
  int active_calls() const;

  // Tells streams that the server is going away; see RpcContext::IsDraining.
  void StartDraining();

  Metrics& metrics() { return *metrics_; }
  const std::shared_ptr<Metrics>& shared_metrics() const { return metrics_; }
  Clock* clock() { return clock_; }
  const RpcLimits& limits() const { return limits_; }

 private:
  // Which limits a call is under.
  struct CallKind {
    absl::string_view name;
    std::atomic<int>* active;
    int max_active;
    absl::Duration max_deadline;
    bool ends_with_drain;
  };
  class Admission;

  CallKind UnaryKind();
  grpc::Status Run(grpc::ServerContext* context, absl::string_view full_method, CallKind kind,
                   Body body);
  // `options` hold what the caller gave.
  absl::Status RunFor(absl::string_view peer, absl::string_view full_method, const CallKind& kind,
                      RpcContext::Options options, Body body);
  absl::Status RunAdmitted(const CallKind& kind, RpcContext::Options options, Body body);

  const RpcLimits limits_;
  Clock* const clock_;
  const std::shared_ptr<Metrics> metrics_;
  std::atomic<int> active_unary_{0};
  std::atomic<int> active_streams_{0};
  // Nanoseconds since the epoch at which streams must stop; the maximum while not draining.
  std::atomic<int64_t> drain_end_nanos_;
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_RPC_RUNTIME_H_
