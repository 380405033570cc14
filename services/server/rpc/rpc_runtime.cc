#include "services/server/rpc/rpc_runtime.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/server/log/log.h"
#include "services/server/rpc/trace_context.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::server {
namespace {

constexpr int64_t kNever = std::numeric_limits<int64_t>::max();

std::string ClientMetadata(const grpc::ServerContext& context, const char* key) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(key);
  if (found == metadata.end()) return "";
  return std::string(found->second.data(), found->second.size());
}

std::string TakeRequestId(const grpc::ServerContext& context) {
  std::string request_id = ClientMetadata(context, kRequestIdKey);
  return IsAcceptableRequestId(request_id) ? request_id : MakeRequestId();
}

// gRPC names the peer of every socket; only calls over the in-process transport have none.
constexpr char kInProcess[] = "in-process";

std::string PeerOf(const grpc::ServerContext& context) {
  std::string peer = context.peer();
  return peer == "unknown" ? kInProcess : peer;
}

absl::Time CallerDeadline(const grpc::ServerContext& context) {
  const std::chrono::system_clock::time_point deadline = context.deadline();
  if (deadline == std::chrono::system_clock::time_point::max()) return absl::InfiniteFuture();
  return absl::FromChrono(deadline);
}

// Every error names its reason; what a body left unnamed is named after its code.
absl::Status WithReason(absl::Status status) {
  if (status.ok() || !ErrorReason(status).empty()) return status;
  absl::Status named =
      MakeError(status.code(), status.message(), absl::StatusCodeToString(status.code()));
  status.ForEachPayload([&](absl::string_view type_url, const absl::Cord& payload) {
    named.SetPayload(type_url, payload);
  });
  return named;
}

LogLevel LevelOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kDataLoss:
      return LogLevel::kError;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kResourceExhausted:
      return LogLevel::kWarning;
    default:
      return LogLevel::kInfo;
  }
}

void LogCall(absl::string_view peer, absl::string_view method, const RpcContext::Options& ids,
             const absl::Status& status, absl::Duration duration) {
  std::vector<LogField> fields = {{"method", method},
                                  {"status", absl::StatusCodeToString(status.code())},
                                  {"ms", absl::ToDoubleMilliseconds(duration)},
                                  {"request_id", ids.request_id},
                                  {"trace_id", TraceId(ids.traceparent)},
                                  {"peer", peer}};
  if (!status.ok()) {
    fields.emplace_back("reason", ErrorReason(status));
    // Messages of caller errors quote what the caller sent, so only ours are logged.
    if (LevelOf(status.code()) == LogLevel::kError) {
      fields.emplace_back("error", Shorten(status.message(), 500));
    }
  }
  LogEvent(LevelOf(status.code()), "rpc", fields);
}

}  // namespace

// A place among the calls of one kind, given back when destroyed.
class RpcRuntime::Admission {
 public:
  Admission(std::atomic<int>* active, int max_active)
      : active_(active), admitted_(active->fetch_add(1) < max_active) {}
  ~Admission() { active_->fetch_sub(1); }
  Admission(const Admission&) = delete;
  Admission& operator=(const Admission&) = delete;

  bool admitted() const { return admitted_; }

 private:
  std::atomic<int>* const active_;
  const bool admitted_;
};

RpcRuntime::RpcRuntime(RpcLimits limits, Clock* clock, std::shared_ptr<Metrics> metrics)
    : limits_(limits), clock_(clock), metrics_(std::move(metrics)), drain_end_nanos_(kNever) {}

RpcRuntime::CallKind RpcRuntime::UnaryKind() {
  return {"calls", &active_unary_, limits_.max_concurrent_rpcs, limits_.max_unary_deadline, false};
}

grpc::Status RpcRuntime::Unary(grpc::ServerContext* context, absl::string_view full_method,
                               Body body) {
  return Run(context, full_method, UnaryKind(), body);
}

absl::Status RpcRuntime::Inside(const RpcContext& caller, absl::Time deadline,
                                absl::string_view full_method, Body body) {
  RpcContext::Options options;
  options.request_id = caller.request_id();
  options.traceparent = MakeChildTraceparent(caller.traceparent());
  options.deadline = deadline;
  options.is_cancelled = [&caller] { return caller.IsCancelled(); };
  return RunFor(kInProcess, full_method, UnaryKind(), std::move(options), body);
}

grpc::Status RpcRuntime::Streaming(grpc::ServerContext* context, absl::string_view full_method,
                                   Body body) {
  const CallKind kind = {"streams", &active_streams_, limits_.max_concurrent_streams,
                         limits_.max_stream_deadline, true};
  return Run(context, full_method, kind, body);
}

int RpcRuntime::active_calls() const { return active_unary_.load() + active_streams_.load(); }

void RpcRuntime::StartDraining() {
  drain_end_nanos_ = absl::ToUnixNanos(clock_->Now() + limits_.drain_stream_grace);
}

grpc::Status RpcRuntime::Run(grpc::ServerContext* context, absl::string_view full_method,
                             CallKind kind, Body body) {
  RpcContext::Options options;
  options.request_id = TakeRequestId(*context);
  options.traceparent = MakeChildTraceparent(ClientMetadata(*context, kTraceparentKey));
  options.deadline = CallerDeadline(*context);
  options.is_cancelled = [context] { return context->IsCancelled(); };
  context->AddInitialMetadata(kRequestIdKey, options.request_id);
  return ToGrpcStatus(RunFor(PeerOf(*context), full_method, kind, std::move(options), body));
}

absl::Status RpcRuntime::RunFor(absl::string_view peer, absl::string_view full_method,
                                const CallKind& kind, RpcContext::Options options, Body body) {
  const auto start = std::chrono::steady_clock::now();
  metrics_->CallStarted(full_method);
  CallKind admitted = kind;
  if (peer == kInProcess) admitted.max_active = std::numeric_limits<int>::max();

  const absl::Status status = WithReason(RunAdmitted(admitted, options, body));

  const absl::Duration duration = absl::FromChrono(std::chrono::steady_clock::now() - start);
  metrics_->CallEnded(full_method, absl::StatusCodeToString(status.code()), duration);
  LogCall(peer, full_method, options, status, duration);
  return status;
}

absl::Status RpcRuntime::RunAdmitted(const CallKind& kind, RpcContext::Options options, Body body) {
  const Admission admission(kind.active, kind.max_active);
  if (!admission.admitted()) {
    return WithRetryInfo(MakeError(absl::StatusCode::kResourceExhausted,
                                   absl::StrCat("the server is busy with ", kind.max_active, " ",
                                                kind.name, " and takes no more at a time"),
                                   "TOO_MANY_CALLS"),
                         limits_.retry_delay);
  }
  options.clock = clock_;
  options.deadline = std::min(options.deadline, clock_->Now() + kind.max_deadline);
  options.is_draining = [this] { return drain_end_nanos_.load() != kNever; };
  if (kind.ends_with_drain) {
    options.must_stop = [this] { return absl::ToUnixNanos(clock_->Now()) >= drain_end_nanos_; };
  }
  RpcContext rpc(std::move(options));
  // A call whose caller is gone is not begun.
  const absl::Status alive = rpc.CheckAlive();
  return alive.ok() ? body(rpc) : alive;
}

}  // namespace isnad::server
