// What a handler knows about the call it serves: ids, time left, whether anybody still waits.

#ifndef ISNAD_SERVICES_SERVER_RPC_RPC_CONTEXT_H_
#define ISNAD_SERVICES_SERVER_RPC_RPC_CONTEXT_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/server/clock/clock.h"

namespace isnad::server {

// The context of one call; lives as long as the call's handler. Thread safe. Free of gRPC headers,
// so that domain code may take it, and tests and background work may make one.
class RpcContext {
 public:
  struct Options {
    // Names the call in logs and to downstream servers.
    std::string request_id;
    // W3C trace context of this server's span: "00-<trace id>-<span id>-<flags>".
    std::string traceparent;
    // When the answer is worthless; already capped.
    absl::Time deadline = absl::InfiniteFuture();
    // Whether the caller went away. May be empty: never.
    std::function<bool()> is_cancelled;
    // Whether the server is going away. May be empty: never.
    std::function<bool()> is_draining;
    // Whether a stream has used up the time that a draining server grants. May be empty: never.
    std::function<bool()> must_stop;
    Clock* clock = SystemClock();
  };

  explicit RpcContext(Options options);
  RpcContext(const RpcContext&) = delete;
  RpcContext& operator=(const RpcContext&) = delete;

  const std::string& request_id() const { return options_.request_id; }
  const std::string& traceparent() const { return options_.traceparent; }
  // The 32 hexadecimal digits of the trace, "" when there is no valid traceparent.
  std::string trace_id() const;

  // When the answer is worthless: the caller's deadline or the server's cap, whichever is first.
  absl::Time deadline() const { return options_.deadline; }

  // Time until the deadline, never negative.
  absl::Duration Remaining() const;

  // Whether the caller hung up.
  bool IsCancelled() const;

  // Whether the server is going away. Streams that have no end of their own (Watch methods) check
  // this and end with DrainingError(); finite ones go on while CheckAlive is OK.
  bool IsDraining() const;

  // OK while there is a point in working on: else CANCELLED when the caller hung up,
  // DEADLINE_EXCEEDED past the deadline, UNAVAILABLE when a draining server ends its streams. Long
  // loops call it at every step.
  absl::Status CheckAlive() const;

 private:
  const Options options_;
};

// UNAVAILABLE (SERVER_DRAINING): the same call succeeds at another replica.
absl::Status DrainingError();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_RPC_CONTEXT_H_
