#include "services/answering/clients/fact_client.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/answering/errors/answering_errors.h"

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

// Takes the hits out of the response.
class Search final : public FactSource::BegunSearch {
 public:
  explicit Search(std::unique_ptr<FactCalls::BegunSearch> call) : call_(std::move(call)) {}

  absl::StatusOr<std::vector<v1::PassageHit>> Take() override {
    const absl::StatusOr<v1::SearchPassagesResponse*> response = call_->Take();
    if (!response.ok()) return BackendError(kService, response.status());
    return TakeAll((*response)->mutable_hits());
  }

 private:
  const std::unique_ptr<FactCalls::BegunSearch> call_;
};

class FactClient final : public FactSource {
 public:
  FactClient(std::unique_ptr<FactCalls> calls, absl::Duration timeout)
      : calls_(std::move(calls)), timeout_(timeout) {}

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
    const absl::Status status = calls_->SearchEntities(rpc, timeout_, request, &response);
    if (!status.ok()) return BackendError(kService, status);
    return TakeAll(response.mutable_matches());
  }

  absl::StatusOr<v1::Entity> GetEntity(const server::RpcContext& rpc, const ReadOptions& options,
                                       const std::string& name) const override {
    v1::GetEntityRequest request;
    request.set_name(name);
    SetAsOf(options, &request);
    v1::GetEntityResponse response;
    const absl::Status status = calls_->GetEntity(rpc, timeout_, request, &response);
    if (absl::IsNotFound(status)) return status;
    if (!status.ok()) return BackendError(kService, status);
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
    const absl::Status status = calls_->ListFacts(rpc, timeout_, request, &response);
    if (!status.ok()) return BackendError(kService, status);
    return TakeAll(response.mutable_facts());
  }

  absl::StatusOr<std::vector<v1::Conflict>> ListConflicts(const server::RpcContext& rpc,
                                                          const std::vector<std::string>& facts,
                                                          int max_conflicts) const override {
    v1::ListConflictsRequest request;
    request.set_page_size(max_conflicts);
    // Answers tell sides by the facts that they found.
    request.set_view(v1::VIEW_BASIC);
    const std::string any_of =
        absl::StrJoin(facts, " OR ", [](std::string* out, const std::string& fact) {
          absl::StrAppend(out, "fact = \"", fact, "\"");
        });
    request.set_filter(absl::StrCat("state = OPEN AND (", any_of, ")"));
    v1::ListConflictsResponse response;
    const absl::Status status = calls_->ListConflicts(rpc, timeout_, request, &response);
    if (!status.ok()) return BackendError(kService, status);
    return TakeAll(response.mutable_conflicts());
  }

  std::unique_ptr<BegunSearch> BeginSearch(const server::RpcContext& rpc,
                                           const ReadOptions& options,
                                           const PassageQuery& query) const override {
    return std::make_unique<Search>(
        calls_->BeginSearchPassages(rpc, timeout_, MakeSearchRequest(options, query)));
  }

 private:
  const std::unique_ptr<FactCalls> calls_;
  const absl::Duration timeout_;
};

}  // namespace

std::unique_ptr<FactSource> NewFactClient(std::unique_ptr<FactCalls> calls,
                                          absl::Duration timeout) {
  return std::make_unique<FactClient>(std::move(calls), timeout);
}

}  // namespace isnad::answering
