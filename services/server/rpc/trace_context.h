// Identifiers that follow a call through the suite: request ids and W3C trace context (level 1).

#ifndef ISNAD_SERVICES_SERVER_RPC_TRACE_CONTEXT_H_
#define ISNAD_SERVICES_SERVER_RPC_TRACE_CONTEXT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::server {

// Names of the metadata that carry them.
constexpr char kRequestIdKey[] = "x-request-id";
constexpr char kTraceparentKey[] = "traceparent";

// A request id of 32 random hexadecimal digits. Thread safe.
std::string MakeRequestId();

// Whether a caller's request id may be logged and passed on: 1 to 128 printable ASCII characters
// without spaces.
bool IsAcceptableRequestId(absl::string_view request_id);

// The traceparent of a new span: of the same trace as `parent` with its flags, or of a new,
// unsampled trace when `parent` is not a valid traceparent. Thread safe.
std::string MakeChildTraceparent(absl::string_view parent);

// The trace's 32 hexadecimal digits, "" when `traceparent` is not valid.
std::string TraceId(absl::string_view traceparent);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_TRACE_CONTEXT_H_
