#include <utility>

#include "absl/synchronization/notification.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/answering/clients/fact_calls.h"
#include "services/server/rpc/client_call.h"
#include "services/server/status/grpc_status.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A call on the threads that gRPC keeps: one of its own takes longer to start than many searches
// take.
class RemoteSearch final : public FactCalls::BegunSearch {
 public:
  RemoteSearch(v1::FactService::Stub* stub, const server::RpcContext& rpc, absl::Duration timeout,
               v1::SearchPassagesRequest request)
      : request_(std::move(request)) {
    server::PrepareClientContext(&rpc, timeout, &context_);
    stub->async()->SearchPassages(&context_, &request_, &response_, [this](grpc::Status status) {
      status_ = std::move(status);
      done_.Notify();
    });
  }

  ~RemoteSearch() override {
    if (!done_.HasBeenNotified()) context_.TryCancel();
    done_.WaitForNotification();
  }

  absl::StatusOr<v1::SearchPassagesResponse*> Take() override {
    done_.WaitForNotification();
    if (!status_.ok()) return server::FromGrpcStatus(status_);
    return &response_;
  }

 private:
  grpc::ClientContext context_;
  const v1::SearchPassagesRequest request_;
  v1::SearchPassagesResponse response_;
  grpc::Status status_;
  absl::Notification done_;
};

class RemoteFactCalls final : public FactCalls {
 public:
  explicit RemoteFactCalls(std::shared_ptr<grpc::Channel> channel)
      : stub_(v1::FactService::NewStub(std::move(channel))) {}

  absl::Status SearchEntities(const server::RpcContext& rpc, absl::Duration timeout,
                              const v1::SearchEntitiesRequest& request,
                              v1::SearchEntitiesResponse* response) override {
    return Call(rpc, timeout, &v1::FactService::Stub::SearchEntities, request, response);
  }

  absl::Status GetEntity(const server::RpcContext& rpc, absl::Duration timeout,
                         const v1::GetEntityRequest& request,
                         v1::GetEntityResponse* response) override {
    return Call(rpc, timeout, &v1::FactService::Stub::GetEntity, request, response);
  }

  absl::Status ListFacts(const server::RpcContext& rpc, absl::Duration timeout,
                         const v1::ListFactsRequest& request,
                         v1::ListFactsResponse* response) override {
    return Call(rpc, timeout, &v1::FactService::Stub::ListFacts, request, response);
  }

  absl::Status ListConflicts(const server::RpcContext& rpc, absl::Duration timeout,
                             const v1::ListConflictsRequest& request,
                             v1::ListConflictsResponse* response) override {
    return Call(rpc, timeout, &v1::FactService::Stub::ListConflicts, request, response);
  }

  std::unique_ptr<BegunSearch> BeginSearchPassages(const server::RpcContext& rpc,
                                                   absl::Duration timeout,
                                                   v1::SearchPassagesRequest request) override {
    return std::make_unique<RemoteSearch>(stub_.get(), rpc, timeout, std::move(request));
  }

 private:
  template <typename Request, typename Response>
  absl::Status Call(const server::RpcContext& rpc, absl::Duration timeout,
                    grpc::Status (v1::FactService::Stub::*method)(grpc::ClientContext*,
                                                                  const Request&, Response*),
                    const Request& request, Response* response) {
    grpc::ClientContext context;
    server::PrepareClientContext(&rpc, timeout, &context);
    return server::FromGrpcStatus(((*stub_).*method)(&context, request, response));
  }

  const std::unique_ptr<v1::FactService::Stub> stub_;
};

}  // namespace

std::unique_ptr<FactCalls> NewRemoteFactCalls(std::shared_ptr<grpc::Channel> channel) {
  return std::make_unique<RemoteFactCalls>(std::move(channel));
}

}  // namespace isnad::answering
