// The calls to FactService that answering makes, whichever way they go.

#ifndef ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CALLS_H_
#define ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CALLS_H_

#include <grpcpp/channel.h>

#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::answering {

// Each call is made on behalf of `rpc`, waits at most `timeout` and fails as the service does.
// Thread safe.
class FactCalls {
 public:
  virtual ~FactCalls() = default;

  virtual absl::Status SearchEntities(const server::RpcContext& rpc, absl::Duration timeout,
                                      const isnad::v1::SearchEntitiesRequest& request,
                                      isnad::v1::SearchEntitiesResponse* response) = 0;
  virtual absl::Status GetEntity(const server::RpcContext& rpc, absl::Duration timeout,
                                 const isnad::v1::GetEntityRequest& request,
                                 isnad::v1::GetEntityResponse* response) = 0;
  virtual absl::Status ListFacts(const server::RpcContext& rpc, absl::Duration timeout,
                                 const isnad::v1::ListFactsRequest& request,
                                 isnad::v1::ListFactsResponse* response) = 0;
  virtual absl::Status ListConflicts(const server::RpcContext& rpc, absl::Duration timeout,
                                     const isnad::v1::ListConflictsRequest& request,
                                     isnad::v1::ListConflictsResponse* response) = 0;

  // A call that was begun. Destroying it gives it up.
  class BegunSearch {
   public:
    virtual ~BegunSearch() = default;

    // Waits for the response, which is the call's. To be called once.
    virtual absl::StatusOr<isnad::v1::SearchPassagesResponse*> Take() = 0;
  };

  // Returns before the service has answered. `rpc` must outlive the call.
  virtual std::unique_ptr<BegunSearch> BeginSearchPassages(
      const server::RpcContext& rpc, absl::Duration timeout,
      isnad::v1::SearchPassagesRequest request) = 0;
};

// Calls over `channel`.
std::unique_ptr<FactCalls> NewRemoteFactCalls(std::shared_ptr<grpc::Channel> channel);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CALLS_H_
