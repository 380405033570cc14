// FactService over gRPC.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_FACT_SERVICE_HANDLER_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_FACT_SERVICE_HANDLER_H_

#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/facts/handlers/method_conventions.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::facts {

// Hands every call to its method, through the runtime that all services share. Several handlers
// may work over one store. Thread safe; backend and runtime must outlive it.
class FactServiceHandler final : public isnad::v1::FactService::Service {
 public:
  FactServiceHandler(Backend backend, server::RpcRuntime* runtime)
      : backend_(backend), runtime_(runtime) {}

  grpc::Status ApplyExtraction(grpc::ServerContext* context,
                               const isnad::v1::ApplyExtractionRequest* request,
                               isnad::v1::ApplyExtractionResponse* response) override;
  grpc::Status GetEntity(grpc::ServerContext* context, const isnad::v1::GetEntityRequest* request,
                         isnad::v1::GetEntityResponse* response) override;
  grpc::Status ListEntities(grpc::ServerContext* context,
                            const isnad::v1::ListEntitiesRequest* request,
                            isnad::v1::ListEntitiesResponse* response) override;
  grpc::Status SearchEntities(grpc::ServerContext* context,
                              const isnad::v1::SearchEntitiesRequest* request,
                              isnad::v1::SearchEntitiesResponse* response) override;
  grpc::Status MergeEntities(grpc::ServerContext* context,
                             const isnad::v1::MergeEntitiesRequest* request,
                             isnad::v1::MergeEntitiesResponse* response) override;
  grpc::Status UnmergeEntities(grpc::ServerContext* context,
                               const isnad::v1::UnmergeEntitiesRequest* request,
                               isnad::v1::UnmergeEntitiesResponse* response) override;
  grpc::Status GetFact(grpc::ServerContext* context, const isnad::v1::GetFactRequest* request,
                       isnad::v1::GetFactResponse* response) override;
  grpc::Status ListFacts(grpc::ServerContext* context, const isnad::v1::ListFactsRequest* request,
                         isnad::v1::ListFactsResponse* response) override;
  grpc::Status GetTimeline(grpc::ServerContext* context,
                           const isnad::v1::GetTimelineRequest* request,
                           isnad::v1::GetTimelineResponse* response) override;
  grpc::Status ListConflicts(grpc::ServerContext* context,
                             const isnad::v1::ListConflictsRequest* request,
                             isnad::v1::ListConflictsResponse* response) override;
  grpc::Status ResolveConflict(grpc::ServerContext* context,
                               const isnad::v1::ResolveConflictRequest* request,
                               isnad::v1::ResolveConflictResponse* response) override;
  grpc::Status SearchPassages(grpc::ServerContext* context,
                              const isnad::v1::SearchPassagesRequest* request,
                              isnad::v1::SearchPassagesResponse* response) override;
  grpc::Status GetDocument(grpc::ServerContext* context,
                           const isnad::v1::GetDocumentRequest* request,
                           isnad::v1::GetDocumentResponse* response) override;
  grpc::Status ListDocuments(grpc::ServerContext* context,
                             const isnad::v1::ListDocumentsRequest* request,
                             isnad::v1::ListDocumentsResponse* response) override;
  grpc::Status RetractDocument(grpc::ServerContext* context,
                               const isnad::v1::RetractDocumentRequest* request,
                               isnad::v1::RetractDocumentResponse* response) override;
  grpc::Status PurgeDocument(grpc::ServerContext* context,
                             const isnad::v1::PurgeDocumentRequest* request,
                             isnad::v1::PurgeDocumentResponse* response) override;
  grpc::Status ExportFacts(grpc::ServerContext* context,
                           const isnad::v1::ExportFactsRequest* request,
                           grpc::ServerWriter<isnad::v1::ExportFactsResponse>* writer) override;
  grpc::Status WatchFacts(grpc::ServerContext* context, const isnad::v1::WatchFactsRequest* request,
                          grpc::ServerWriter<isnad::v1::WatchFactsResponse>* writer) override;
  grpc::Status ListSources(grpc::ServerContext* context,
                           const isnad::v1::ListSourcesRequest* request,
                           isnad::v1::ListSourcesResponse* response) override;
  grpc::Status GetStats(grpc::ServerContext* context, const isnad::v1::GetStatsRequest* request,
                        isnad::v1::GetStatsResponse* response) override;

 private:
  const Backend backend_;
  server::RpcRuntime* const runtime_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_FACT_SERVICE_HANDLER_H_
