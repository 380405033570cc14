// Serves isnad.v1.IngestionService.

#ifndef ISNAD_SERVICES_INGESTION_HANDLERS_INGESTION_HANDLER_H_
#define ISNAD_SERVICES_INGESTION_HANDLERS_INGESTION_HANDLER_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/ingestion_service.grpc.pb.h"
#include "services/ingestion/queue/change_feed.h"
#include "services/ingestion/queue/group_commit.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::ingestion {

struct IngestionHandlerOptions {
  // Open WatchIngestion calls beyond which more are refused; each holds a thread.
  size_t max_watchers = 32;
};

// Thread safe. Everything passed in outlives it.
class IngestionHandler final : public isnad::v1::IngestionService::Service {
 public:
  IngestionHandler(IngestionHandlerOptions options, server::RpcRuntime* runtime,
                   IngestionQueue* queue, GroupCommit* group_commit, ChangeFeed* feed,
                   server::Clock* clock);

  grpc::Status IngestDocument(grpc::ServerContext* context,
                              const isnad::v1::IngestDocumentRequest* request,
                              isnad::v1::IngestDocumentResponse* response) override;
  grpc::Status IngestDocuments(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<isnad::v1::IngestDocumentsResponse,
                               isnad::v1::IngestDocumentsRequest>* stream) override;
  grpc::Status GetIngestion(grpc::ServerContext* context,
                            const isnad::v1::GetIngestionRequest* request,
                            isnad::v1::GetIngestionResponse* response) override;
  grpc::Status ListIngestions(grpc::ServerContext* context,
                              const isnad::v1::ListIngestionsRequest* request,
                              isnad::v1::ListIngestionsResponse* response) override;
  grpc::Status WatchIngestion(
      grpc::ServerContext* context, const isnad::v1::WatchIngestionRequest* request,
      grpc::ServerWriter<isnad::v1::WatchIngestionResponse>* writer) override;
  grpc::Status RetryIngestion(grpc::ServerContext* context,
                              const isnad::v1::RetryIngestionRequest* request,
                              isnad::v1::RetryIngestionResponse* response) override;

 private:
  absl::Status List(const isnad::v1::ListIngestionsRequest& request,
                    isnad::v1::ListIngestionsResponse* response);
  absl::Status Watch(server::RpcContext& rpc, absl::string_view name,
                     grpc::ServerWriter<isnad::v1::WatchIngestionResponse>* writer);

  const IngestionHandlerOptions options_;
  server::RpcRuntime* const runtime_;
  IngestionQueue* const queue_;
  GroupCommit* const group_commit_;
  ChangeFeed* const feed_;
  server::Clock* const clock_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HANDLERS_INGESTION_HANDLER_H_
