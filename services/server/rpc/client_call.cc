#include "services/server/rpc/client_call.h"

#include <algorithm>

#include "absl/time/clock.h"
#include "services/server/rpc/trace_context.h"

namespace isnad::server {
namespace {

constexpr absl::Duration kMaxMargin = absl::Milliseconds(100);

}  // namespace

absl::Duration TimeForCall(const RpcContext* rpc, absl::Duration max) {
  if (rpc == nullptr) return max;
  const absl::Duration remaining = rpc->Remaining();
  return std::min(max, remaining - std::min(remaining / 10, kMaxMargin));
}

void PrepareClientContext(const RpcContext* rpc, absl::Duration max, grpc::ClientContext* context) {
  context->set_deadline(absl::ToChronoTime(absl::Now() + TimeForCall(rpc, max)));
  context->AddMetadata(kRequestIdKey, rpc == nullptr ? MakeRequestId() : rpc->request_id());
  context->AddMetadata(kTraceparentKey,
                       rpc == nullptr ? MakeChildTraceparent("") : rpc->traceparent());
}

}  // namespace isnad::server
