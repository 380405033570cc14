#include "services/ingestion/worker/document_pipeline.h"

#include <grpcpp/client_context.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "services/ingestion/converters/ingestion_converter.h"
#include "services/server/rpc/client_call.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::ingestion {
namespace {

// Says which step failed, and gives it a reason when the service gave none.
absl::Status StepError(absl::string_view service, absl::string_view reason_prefix,
                       const grpc::Status& grpc_status) {
  const absl::Status status = server::FromGrpcStatus(grpc_status);
  std::string reason = server::ErrorReason(status);
  if (reason.empty()) {
    reason = absl::StrCat(reason_prefix, "_", absl::StatusCodeToString(status.code()));
  }
  const absl::Status named =
      server::MakeError(status.code(), absl::StrCat(service, ": ", status.message()), reason);
  const absl::Duration delay = server::RetryDelay(status);
  return delay == absl::InfiniteDuration() ? named : server::WithRetryInfo(named, delay);
}

}  // namespace

absl::StatusOr<StoredCounts> DocumentPipeline::Process(const DocumentRecord& document,
                                                       CallCanceller* canceller) {
  isnad::v1::ExtractFactsRequest extract;
  ToProto(document, extract.mutable_document());
  isnad::v1::ExtractFactsResponse extracted;
  {
    grpc::ClientContext context;
    server::PrepareClientContext(nullptr, deadlines_.extraction, &context);
    const CallCanceller::Scope scope(canceller, &context);
    const grpc::Status status = extraction_->ExtractFacts(&context, extract, &extracted);
    if (!status.ok()) return StepError("extraction", "EXTRACTION", status);
  }

  isnad::v1::ApplyExtractionRequest apply;
  apply.mutable_document()->Swap(extract.mutable_document());
  apply.mutable_extraction()->Swap(extracted.mutable_extraction());
  isnad::v1::ApplyExtractionResponse applied;
  grpc::ClientContext context;
  server::PrepareClientContext(nullptr, deadlines_.facts, &context);
  const CallCanceller::Scope scope(canceller, &context);
  const grpc::Status status = facts_->ApplyExtraction(&context, apply, &applied);
  if (!status.ok()) return StepError("facts", "FACTS", status);
  return StoredCounts{applied.fact_count(), applied.passage_count()};
}

}  // namespace isnad::ingestion
