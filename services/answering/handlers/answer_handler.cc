#include "services/answering/handlers/answer_handler.h"

#include <utility>

#include "services/answering/handlers/request_checks.h"
#include "services/server/status/status_macros.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class AnswerHandler final : public v1::AnswerService::Service {
 public:
  AnswerHandler(const Answerer* answerer, server::Clock* clock, server::RpcRuntime* runtime)
      : answerer_(*answerer), clock_(*clock), runtime_(*runtime) {}

  grpc::Status Ask(grpc::ServerContext* context, const v1::AskRequest* request,
                   v1::AskResponse* response) override {
    return runtime_.Unary(
        context, "isnad.v1.AnswerService/Ask", [&](server::RpcContext& rpc) -> absl::Status {
          ISNAD_ASSIGN_OR_RETURN(const answering::Ask ask, CheckAsk(*request, clock_.Now()));
          ISNAD_ASSIGN_OR_RETURN(*response, answerer_.Answer(rpc, ask));
          return absl::OkStatus();
        });
  }

  grpc::Status ExplainQuestion(grpc::ServerContext* context,
                               const v1::ExplainQuestionRequest* request,
                               v1::ExplainQuestionResponse* response) override {
    return runtime_.Unary(context, "isnad.v1.AnswerService/ExplainQuestion",
                          [&](server::RpcContext& rpc) -> absl::Status {
                            ISNAD_RETURN_IF_ERROR(CheckQuestion(request->question()));
                            answering::Ask ask;
                            ask.question = request->question();
                            ask.include_plan = true;
                            ISNAD_ASSIGN_OR_RETURN(v1::AskResponse answer,
                                                   answerer_.Answer(rpc, ask));
                            *response->mutable_plan() = std::move(*answer.mutable_plan());
                            return absl::OkStatus();
                          });
  }

 private:
  const Answerer& answerer_;
  server::Clock& clock_;
  server::RpcRuntime& runtime_;
};

}  // namespace

std::unique_ptr<v1::AnswerService::Service> NewAnswerHandler(const Answerer* answerer,
                                                             server::Clock* clock,
                                                             server::RpcRuntime* runtime) {
  return std::make_unique<AnswerHandler>(answerer, clock, runtime);
}

}  // namespace isnad::answering
