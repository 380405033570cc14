// Prepares calls to other servers on behalf of a call that is being served.

#ifndef ISNAD_SERVICES_SERVER_RPC_CLIENT_CALL_H_
#define ISNAD_SERVICES_SERVER_RPC_CLIENT_CALL_H_

#include <grpcpp/client_context.h>

#include "absl/time/time.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::server {

// How long a call on behalf of `rpc` may take: `max`, but no longer than what remains of `rpc` less
// a margin for answering the caller (a tenth, at most 100 ms). `rpc` may be null.
absl::Duration TimeForCall(const RpcContext* rpc, absl::Duration max);

// Sets the deadline that TimeForCall leaves. Passes the request id and trace on. `rpc` may be null
// for background work: then only the deadline and fresh ids are set. Deadlines are on the machine's
// clock.
void PrepareClientContext(const RpcContext* rpc, absl::Duration max, grpc::ClientContext* context);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_CLIENT_CALL_H_
