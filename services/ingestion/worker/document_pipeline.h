// One document through extraction into the store.

#ifndef ISNAD_SERVICES_INGESTION_WORKER_DOCUMENT_PIPELINE_H_
#define ISNAD_SERVICES_INGESTION_WORKER_DOCUMENT_PIPELINE_H_

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "isnad/v1/extraction_service.grpc.pb.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/ingestion/worker/call_canceller.h"

namespace isnad::ingestion {

// Longest time of each call.
struct PipelineDeadlines {
  absl::Duration extraction = absl::Seconds(60);
  absl::Duration facts = absl::Seconds(30);
};

// Calls ExtractFacts and ApplyExtraction. Both are idempotent, so a document may pass any number of
// times. Thread safe. The stubs outlive it.
class DocumentPipeline {
 public:
  DocumentPipeline(isnad::v1::ExtractionService::StubInterface* extraction,
                   isnad::v1::FactService::StubInterface* facts, PipelineDeadlines deadlines)
      : extraction_(extraction), facts_(facts), deadlines_(deadlines) {}

  // Returns what was stored. An error names the service that failed in its message and always has a
  // reason: that of the service, else EXTRACTION_ or FACTS_ with the code
  // ("EXTRACTION_UNAVAILABLE").
  absl::StatusOr<StoredCounts> Process(const DocumentRecord& document, CallCanceller* canceller);

 private:
  isnad::v1::ExtractionService::StubInterface* const extraction_;
  isnad::v1::FactService::StubInterface* const facts_;
  const PipelineDeadlines deadlines_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_WORKER_DOCUMENT_PIPELINE_H_
