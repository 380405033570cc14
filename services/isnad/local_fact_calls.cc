#include "services/isnad/local_fact_calls.h"

#include <utility>

#include "absl/strings/string_view.h"
#include "absl/time/clock.h"
#include "services/facts/converters/etag.h"
#include "services/facts/handlers/entity_methods.h"
#include "services/facts/handlers/fact_methods.h"
#include "services/facts/handlers/method_conventions.h"
#include "services/facts/handlers/passage_methods.h"
#include "services/isnad/idle_threads.h"
#include "services/server/rpc/client_call.h"

namespace isnad::suite {
namespace {

namespace v1 = isnad::v1;

// Searches that run beside what their callers do meanwhile; further ones run on the callers'
// threads.
constexpr int kSearchThreads = 4;

class LocalFactCalls final : public answering::FactCalls {
 public:
  LocalFactCalls(facts::Backend backend, server::RpcRuntime* runtime)
      : backend_(backend), runtime_(*runtime), threads_(kSearchThreads) {
    // Answers have no use for them.
    backend_.etags = facts::Etags::kLeftOut;
  }

  absl::Status SearchEntities(const server::RpcContext& rpc, absl::Duration timeout,
                              const v1::SearchEntitiesRequest& request,
                              v1::SearchEntitiesResponse* response) override {
    return Call(rpc, timeout, "isnad.v1.FactService/SearchEntities", facts::SearchEntitiesMethod,
                request, response);
  }

  absl::Status GetEntity(const server::RpcContext& rpc, absl::Duration timeout,
                         const v1::GetEntityRequest& request,
                         v1::GetEntityResponse* response) override {
    return Call(rpc, timeout, "isnad.v1.FactService/GetEntity", facts::GetEntityMethod, request,
                response);
  }

  absl::Status ListFacts(const server::RpcContext& rpc, absl::Duration timeout,
                         const v1::ListFactsRequest& request,
                         v1::ListFactsResponse* response) override {
    return Call(rpc, timeout, "isnad.v1.FactService/ListFacts", facts::ListFactsMethod, request,
                response);
  }

  absl::Status ListConflicts(const server::RpcContext& rpc, absl::Duration timeout,
                             const v1::ListConflictsRequest& request,
                             v1::ListConflictsResponse* response) override {
    return Call(rpc, timeout, "isnad.v1.FactService/ListConflicts", facts::ListConflictsMethod,
                request, response);
  }

  std::unique_ptr<BegunSearch> BeginSearchPassages(const server::RpcContext& rpc,
                                                   absl::Duration timeout,
                                                   v1::SearchPassagesRequest request) override {
    return std::make_unique<Search>(this, rpc, timeout, std::move(request));
  }

 private:
  class Search final : public BegunSearch {
   public:
    Search(LocalFactCalls* calls, const server::RpcContext& rpc, absl::Duration timeout,
           v1::SearchPassagesRequest request)
        : threads_(calls->threads_),
          request_(std::move(request)),
          job_([this, calls, &rpc, timeout] {
            status_ = calls->Call(rpc, timeout, "isnad.v1.FactService/SearchPassages",
                                  facts::SearchPassagesMethod, request_, &response_);
          }) {
      threads_.Begin(&job_);
    }

    ~Search() override { threads_.Drop(&job_); }

    absl::StatusOr<v1::SearchPassagesResponse*> Take() override {
      threads_.Finish(&job_);
      if (!status_.ok()) return status_;
      return &response_;
    }

   private:
    IdleThreads& threads_;
    const v1::SearchPassagesRequest request_;
    v1::SearchPassagesResponse response_;
    absl::Status status_;
    IdleThreads::Job job_;
  };

  template <typename Request, typename Response>
  absl::Status Call(const server::RpcContext& rpc, absl::Duration timeout,
                    absl::string_view full_method,
                    absl::Status (*method)(const facts::Backend&, const Request&, Response*),
                    const Request& request, Response* response) {
    const absl::Time deadline = absl::Now() + server::TimeForCall(&rpc, timeout);
    return runtime_.Inside(rpc, deadline, full_method, [&](server::RpcContext& inner) {
      return method(backend_.Until(inner.deadline()), request, response);
    });
  }

  facts::Backend backend_;
  server::RpcRuntime& runtime_;
  IdleThreads threads_;
};

}  // namespace

std::unique_ptr<answering::FactCalls> NewLocalFactCalls(const facts::FactsModule* module,
                                                        server::RpcRuntime* runtime) {
  return std::make_unique<LocalFactCalls>(module->backend(), runtime);
}

}  // namespace isnad::suite
