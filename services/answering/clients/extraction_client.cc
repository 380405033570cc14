#include "services/answering/clients/extraction_client.h"

#include <string>
#include <utility>

#include "isnad/v1/extraction_service.grpc.pb.h"
#include "services/answering/errors/answering_errors.h"
#include "services/server/rpc/client_call.h"
#include "services/server/status/grpc_status.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr char kService[] = "isnad.v1.ExtractionService";

class ExtractionClient final : public QuestionAnalyzer {
 public:
  ExtractionClient(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
      : stub_(v1::ExtractionService::NewStub(std::move(channel))), timeout_(timeout) {}

  absl::StatusOr<AnalyzedQuestion> Analyze(const server::RpcContext& rpc,
                                           absl::string_view question,
                                           absl::Time now) const override {
    v1::AnalyzeTextRequest request;
    request.set_text(std::string(question));
    request.add_features(v1::ANALYSIS_FEATURE_QUESTION);
    request.add_features(v1::ANALYSIS_FEATURE_TOKENS);
    request.mutable_reference_time()->set_seconds(absl::ToUnixSeconds(now));
    grpc::ClientContext context;
    server::PrepareClientContext(&rpc, timeout_, &context);
    v1::AnalyzeTextResponse response;
    const grpc::Status status = stub_->AnalyzeText(&context, request, &response);
    if (!status.ok()) return BackendError(kService, server::FromGrpcStatus(status));
    AnalyzedQuestion analyzed;
    analyzed.reading = std::move(*response.mutable_question());
    analyzed.tokens.assign(response.tokens().begin(), response.tokens().end());
    return analyzed;
  }

 private:
  const std::unique_ptr<v1::ExtractionService::Stub> stub_;
  const absl::Duration timeout_;
};

}  // namespace

std::unique_ptr<QuestionAnalyzer> NewExtractionClient(std::shared_ptr<grpc::Channel> channel,
                                                      absl::Duration timeout) {
  return std::make_unique<ExtractionClient>(std::move(channel), timeout);
}

}  // namespace isnad::answering
