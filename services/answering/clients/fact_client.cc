#include "services/answering/clients/fact_client.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/synchronization/notification.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/answering/errors/answering_errors.h"
#include "services/server/rpc/client_call.h"
#include "services/server/status/grpc_status.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr char kService[] = "isnad.v1.FactService";
// FactService takes no more at once.
constexpr int kMaxKeys = 256;
constexpr int kMaxTerms = 256;
constexpr int kMaxEntities = 200;

// A repeated field's elements, moved out.
template <typename T>
std::vector<T> TakeAll(google::protobuf::RepeatedPtrField<T>* field) {
  return std::vector<T>(std::make_move_iterator(field->begin()),
                        std::make_move_iterator(field->end()));
}

template <typename Request>
void SetAsOf(const ReadOptions& options, Request* request) {
  if (!options.as_of.has_value()) return;
  const absl::Duration since = *options.as_of - absl::UnixEpoch();
  const int64_t seconds = absl::ToUnixSeconds(*options.as_of);
  request->mutable_as_of()->set_seconds(seconds);
  request->mutable_as_of()->set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(since - absl::Seconds(seconds))));
}

v1::SearchPassagesRequest MakeSearchRequest(const ReadOptions& options, const PassageQuery& query) {
  v1::SearchPassagesRequest request;
  for (const v1::QueryTerm& term : query.terms) {
    if (request.terms_size() < kMaxTerms) *request.add_terms() = term;
  }
  for (const std::string& entity : query.entities) request.add_entities(entity);
  for (const std::string& document : query.documents) request.add_documents(document);
  request.set_page_size(query.max_passages);
  request.set_view(v1::VIEW_FULL);
  SetAsOf(options, &request);
  return request;
}

// A call on the threads that gRPC keeps: one of its own takes longer to start than many searches
// take.
class SearchCall final : public FactSource::BegunSearch {
 public:
  SearchCall(v1::FactService::Stub* stub, const server::RpcContext& rpc, absl::Duration timeout,
             v1::SearchPassagesRequest request)
      : request_(std::move(request)) {
    server::PrepareClientContext(&rpc, timeout, &context_);
    stub->async()->SearchPassages(&context_, &request_, &response_, [this](grpc::Status status) {
      status_ = std::move(status);
      done_.Notify();
    });
  }

  ~SearchCall() override {
    if (!done_.HasBeenNotified()) context_.TryCancel();
    done_.WaitForNotification();
  }

  absl::StatusOr<std::vector<v1::PassageHit>> Take() override {
    done_.WaitForNotification();
    if (!status_.ok()) return BackendError(kService, server::FromGrpcStatus(status_));
    return TakeAll(response_.mutable_hits());
  }

 private:
  grpc::ClientContext context_;
  const v1::SearchPassagesRequest request_;
  v1::SearchPassagesResponse response_;
  grpc::Status status_;
  absl::Notification done_;
};

class FactClient final : public FactSource {
 public:
  FactClient(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
      : stub_(v1::FactService::NewStub(std::move(channel))), timeout_(timeout) {}

  absl::StatusOr<std::vector<v1::EntityMatch>> SearchEntities(
      const server::RpcContext& rpc, const ReadOptions& options,
      const std::vector<std::string>& folded_keys) const override {
    v1::SearchEntitiesRequest request;
    for (const std::string& key : folded_keys) {
      if (request.folded_keys_size() < kMaxKeys) request.add_folded_keys(key);
    }
    request.set_page_size(kMaxEntities);
    SetAsOf(options, &request);
    v1::SearchEntitiesResponse response;
    const absl::Status status =
        Call(rpc, &v1::FactService::Stub::SearchEntities, request, &response);
    if (!status.ok()) return status;
    return TakeAll(response.mutable_matches());
  }

  absl::StatusOr<v1::Entity> GetEntity(const server::RpcContext& rpc, const ReadOptions& options,
                                       const std::string& name) const override {
    v1::GetEntityRequest request;
    request.set_name(name);
    SetAsOf(options, &request);
    grpc::ClientContext context;
    server::PrepareClientContext(&rpc, timeout_, &context);
    v1::GetEntityResponse response;
    const grpc::Status status = stub_->GetEntity(&context, request, &response);
    if (status.error_code() == grpc::StatusCode::NOT_FOUND) return server::FromGrpcStatus(status);
    if (!status.ok()) return BackendError(kService, server::FromGrpcStatus(status));
    return std::move(*response.mutable_entity());
  }

  absl::StatusOr<std::vector<v1::Fact>> ListFacts(const server::RpcContext& rpc,
                                                  const ReadOptions& options,
                                                  const std::string& filter,
                                                  int max_facts) const override {
    v1::ListFactsRequest request;
    request.set_filter(filter);
    request.set_page_size(max_facts);
    request.set_order_by("support desc, confidence desc");
    request.set_view(v1::VIEW_FULL);
    SetAsOf(options, &request);
    v1::ListFactsResponse response;
    const absl::Status status = Call(rpc, &v1::FactService::Stub::ListFacts, request, &response);
    if (!status.ok()) return status;
    return TakeAll(response.mutable_facts());
  }

  absl::StatusOr<std::vector<v1::Conflict>> ListConflicts(const server::RpcContext& rpc,
                                                          const std::vector<std::string>& facts,
                                                          int max_conflicts) const override {
    v1::ListConflictsRequest request;
    request.set_page_size(max_conflicts);
    const std::string any_of =
        absl::StrJoin(facts, " OR ", [](std::string* out, const std::string& fact) {
          absl::StrAppend(out, "fact = \"", fact, "\"");
        });
    request.set_filter(absl::StrCat("state = OPEN AND (", any_of, ")"));
    v1::ListConflictsResponse response;
    const absl::Status status =
        Call(rpc, &v1::FactService::Stub::ListConflicts, request, &response);
    if (!status.ok()) return status;
    return TakeAll(response.mutable_conflicts());
  }

  std::unique_ptr<BegunSearch> BeginSearch(const server::RpcContext& rpc,
                                           const ReadOptions& options,
                                           const PassageQuery& query) const override {
    return std::make_unique<SearchCall>(stub_.get(), rpc, timeout_,
                                        MakeSearchRequest(options, query));
  }

 private:
  template <typename Request, typename Response>
  absl::Status Call(const server::RpcContext& rpc,
                    grpc::Status (v1::FactService::Stub::*method)(grpc::ClientContext*,
                                                                  const Request&, Response*),
                    const Request& request, Response* response) const {
    grpc::ClientContext context;
    server::PrepareClientContext(&rpc, timeout_, &context);
    const grpc::Status status = ((*stub_).*method)(&context, request, response);
    if (status.ok()) return absl::OkStatus();
    return BackendError(kService, server::FromGrpcStatus(status));
  }

  const std::unique_ptr<v1::FactService::Stub> stub_;
  const absl::Duration timeout_;
};

}  // namespace

std::unique_ptr<FactSource> NewFactClient(std::shared_ptr<grpc::Channel> channel,
                                          absl::Duration timeout) {
  return std::make_unique<FactClient>(std::move(channel), timeout);
}

}  // namespace isnad::answering
