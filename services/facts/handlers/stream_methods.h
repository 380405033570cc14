// The methods of FactService that stream: exports and changes.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_STREAM_METHODS_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_STREAM_METHODS_H_

#include <functional>

#include "absl/status/status.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/facts/handlers/method_conventions.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::facts {

// Hands one response to the client; false when it is gone.
template <typename Response>
using Send = std::function<bool(const Response&)>;

absl::Status ExportFactsMethod(const Backend& backend, const isnad::v1::ExportFactsRequest& request,
                               const server::RpcContext& rpc,
                               const Send<isnad::v1::ExportFactsResponse>& send);

absl::Status WatchFactsMethod(const Backend& backend, const isnad::v1::WatchFactsRequest& request,
                              const server::RpcContext& rpc,
                              const Send<isnad::v1::WatchFactsResponse>& send);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_STREAM_METHODS_H_
