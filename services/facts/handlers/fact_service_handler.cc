#include "services/facts/handlers/fact_service_handler.h"

#include "services/facts/handlers/document_methods.h"
#include "services/facts/handlers/entity_methods.h"
#include "services/facts/handlers/fact_methods.h"
#include "services/facts/handlers/passage_methods.h"
#include "services/facts/handlers/stream_methods.h"

namespace isnad::facts {

namespace v1 = isnad::v1;
using server::RpcContext;

grpc::Status FactServiceHandler::ApplyExtraction(grpc::ServerContext* context,
                                                 const v1::ApplyExtractionRequest* request,
                                                 v1::ApplyExtractionResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ApplyExtraction", [&](RpcContext& rpc) {
    return ApplyExtractionMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::GetEntity(grpc::ServerContext* context,
                                           const v1::GetEntityRequest* request,
                                           v1::GetEntityResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/GetEntity", [&](RpcContext& rpc) {
    return GetEntityMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ListEntities(grpc::ServerContext* context,
                                              const v1::ListEntitiesRequest* request,
                                              v1::ListEntitiesResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ListEntities", [&](RpcContext& rpc) {
    return ListEntitiesMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::SearchEntities(grpc::ServerContext* context,
                                                const v1::SearchEntitiesRequest* request,
                                                v1::SearchEntitiesResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/SearchEntities", [&](RpcContext& rpc) {
    return SearchEntitiesMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::MergeEntities(grpc::ServerContext* context,
                                               const v1::MergeEntitiesRequest* request,
                                               v1::MergeEntitiesResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/MergeEntities", [&](RpcContext& rpc) {
    return MergeEntitiesMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::UnmergeEntities(grpc::ServerContext* context,
                                                 const v1::UnmergeEntitiesRequest* request,
                                                 v1::UnmergeEntitiesResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/UnmergeEntities", [&](RpcContext& rpc) {
    return UnmergeEntitiesMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::GetFact(grpc::ServerContext* context,
                                         const v1::GetFactRequest* request,
                                         v1::GetFactResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/GetFact", [&](RpcContext& rpc) {
    return GetFactMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ListFacts(grpc::ServerContext* context,
                                           const v1::ListFactsRequest* request,
                                           v1::ListFactsResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ListFacts", [&](RpcContext& rpc) {
    return ListFactsMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::GetTimeline(grpc::ServerContext* context,
                                             const v1::GetTimelineRequest* request,
                                             v1::GetTimelineResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/GetTimeline", [&](RpcContext& rpc) {
    return GetTimelineMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ListConflicts(grpc::ServerContext* context,
                                               const v1::ListConflictsRequest* request,
                                               v1::ListConflictsResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ListConflicts", [&](RpcContext& rpc) {
    return ListConflictsMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ResolveConflict(grpc::ServerContext* context,
                                                 const v1::ResolveConflictRequest* request,
                                                 v1::ResolveConflictResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ResolveConflict", [&](RpcContext& rpc) {
    return ResolveConflictMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::SearchPassages(grpc::ServerContext* context,
                                                const v1::SearchPassagesRequest* request,
                                                v1::SearchPassagesResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/SearchPassages", [&](RpcContext& rpc) {
    return SearchPassagesMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::GetDocument(grpc::ServerContext* context,
                                             const v1::GetDocumentRequest* request,
                                             v1::GetDocumentResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/GetDocument", [&](RpcContext& rpc) {
    return GetDocumentMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ListDocuments(grpc::ServerContext* context,
                                               const v1::ListDocumentsRequest* request,
                                               v1::ListDocumentsResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ListDocuments", [&](RpcContext& rpc) {
    return ListDocumentsMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::RetractDocument(grpc::ServerContext* context,
                                                 const v1::RetractDocumentRequest* request,
                                                 v1::RetractDocumentResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/RetractDocument", [&](RpcContext& rpc) {
    return RetractDocumentMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::PurgeDocument(grpc::ServerContext* context,
                                               const v1::PurgeDocumentRequest* request,
                                               v1::PurgeDocumentResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/PurgeDocument", [&](RpcContext& rpc) {
    return PurgeDocumentMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ListSources(grpc::ServerContext* context,
                                             const v1::ListSourcesRequest* request,
                                             v1::ListSourcesResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/ListSources", [&](RpcContext& rpc) {
    return ListSourcesMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::GetStats(grpc::ServerContext* context,
                                          const v1::GetStatsRequest* request,
                                          v1::GetStatsResponse* response) {
  return runtime_->Unary(context, "isnad.v1.FactService/GetStats", [&](RpcContext& rpc) {
    return GetStatsMethod(backend_.Until(rpc.deadline()), *request, response);
  });
}

grpc::Status FactServiceHandler::ExportFacts(grpc::ServerContext* context,
                                             const v1::ExportFactsRequest* request,
                                             grpc::ServerWriter<v1::ExportFactsResponse>* writer) {
  return runtime_->Streaming(context, "isnad.v1.FactService/ExportFacts", [&](RpcContext& rpc) {
    return ExportFactsMethod(
        backend_.Until(rpc.deadline()), *request, rpc,
        [writer](const v1::ExportFactsResponse& response) { return writer->Write(response); });
  });
}

grpc::Status FactServiceHandler::WatchFacts(grpc::ServerContext* context,
                                            const v1::WatchFactsRequest* request,
                                            grpc::ServerWriter<v1::WatchFactsResponse>* writer) {
  return runtime_->Streaming(context, "isnad.v1.FactService/WatchFacts", [&](RpcContext& rpc) {
    return WatchFactsMethod(
        backend_.Until(rpc.deadline()), *request, rpc,
        [writer](const v1::WatchFactsResponse& response) { return writer->Write(response); });
  });
}

}  // namespace isnad::facts
