#include "services/facts/handlers/document_methods.h"

#include <string>
#include <utility>

#include "services/facts/converters/extraction_converter.h"
#include "services/facts/converters/fact_converter.h"
#include "services/facts/converters/resource_converter.h"
#include "services/facts/converters/resource_name.h"
#include "services/facts/domain/apply_extraction.h"
#include "services/facts/domain/errors.h"
#include "services/facts/domain/extraction_check.h"
#include "services/facts/domain/filter/filter_parser.h"
#include "services/facts/domain/name_memory.h"
#include "services/facts/domain/withdraw_document.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

absl::StatusOr<DocumentRecord> Find(Snapshot& snapshot, const std::string& id, Detail detail) {
  absl::StatusOr<DocumentRecord> document = snapshot.GetDocument(id, detail);
  if (absl::IsNotFound(document.status())) {
    return server::NotFound("isnad.dev/Document", MakeName("documents", id));
  }
  return document;
}

absl::Status CheckEtag(Snapshot& snapshot, const std::string& id, const std::string& etag) {
  if (etag.empty()) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(const DocumentRecord record, Find(snapshot, id, Detail::kBasic));
  const std::string current = ToDocument(record).etag();
  if (etag == current) return absl::OkStatus();
  return EtagMismatch(MakeName("documents", id), etag, current);
}

}  // namespace

absl::Status ApplyExtractionMethod(const Backend& backend,
                                   const v1::ApplyExtractionRequest& request,
                                   v1::ApplyExtractionResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(ExtractionInput input, ToExtractionInput(request));
  ISNAD_RETURN_IF_ERROR(CheckExtraction(input));
  if (input.document.fetch_time == kUnknownTime) {
    input.document.fetch_time = absl::ToUnixMicros(backend.clock->Now());
  }
  AppliedExtraction applied;
  ISNAD_RETURN_IF_ERROR(backend.Write([&](WriteTransaction& store) -> absl::Status {
    ISNAD_ASSIGN_OR_RETURN(applied, ApplyExtraction(input, store));
    return absl::OkStatus();
  }));
  *response->mutable_document() = ToDocument(applied.document);
  response->set_fact_count(applied.fact_count);
  response->set_new_fact_count(applied.new_fact_count);
  response->set_passage_count(applied.passage_count);
  response->set_replayed(applied.replayed);
  return absl::OkStatus();
}

absl::Status GetDocumentMethod(const Backend& backend, const v1::GetDocumentRequest& request,
                               v1::GetDocumentResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "documents", "name"));
  const bool basic = request.view() == v1::VIEW_BASIC;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  ISNAD_ASSIGN_OR_RETURN(const DocumentRecord document,
                         Find(*snapshot, id, basic ? Detail::kBasic : Detail::kFull));
  *response->mutable_document() = ToDocument(document);
  if (basic) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(const std::vector<PassageRecord> passages, snapshot->GetPassages(id));
  EntityNames names(*snapshot);
  for (const PassageRecord& passage : passages) {
    ISNAD_ASSIGN_OR_RETURN(*response->add_passages(), ToPassage(passage, Words::kTextAlone, names));
  }
  return absl::OkStatus();
}

absl::Status ListDocumentsMethod(const Backend& backend, const v1::ListDocumentsRequest& request,
                                 v1::ListDocumentsResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  PageQuery query;
  ISNAD_ASSIGN_OR_RETURN(query.filter, ParseFilter(request.filter(), DocumentFilterSchema()));
  query.limit = start.size;
  query.after = start.after;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  ISNAD_ASSIGN_OR_RETURN(const Page<DocumentRecord> page, snapshot->ListDocuments(query));
  for (const DocumentRecord& document : page.rows) {
    *response->add_documents() = ToDocument(document);
  }
  response->set_next_page_token(NextPageToken(start, page.next));
  return absl::OkStatus();
}

absl::Status RetractDocumentMethod(const Backend& backend,
                                   const v1::RetractDocumentRequest& request,
                                   v1::RetractDocumentResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "documents", "name"));
  ISNAD_RETURN_IF_ERROR(CheckReason(request.reason(), "reason"));
  return backend.Write([&](WriteTransaction& store) -> absl::Status {
    ISNAD_RETURN_IF_ERROR(CheckEtag(store, id, request.etag()));
    ISNAD_ASSIGN_OR_RETURN(const int superseded, RetractDocument(id, request.reason(), store));
    ISNAD_ASSIGN_OR_RETURN(const DocumentRecord document, Find(store, id, Detail::kBasic));
    *response->mutable_document() = ToDocument(document);
    response->set_superseded_fact_count(superseded);
    return absl::OkStatus();
  });
}

absl::Status PurgeDocumentMethod(const Backend& backend, const v1::PurgeDocumentRequest& request,
                                 v1::PurgeDocumentResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "documents", "name"));
  ISNAD_RETURN_IF_ERROR(CheckReason(request.reason(), "reason"));
  const absl::Status status = backend.Write([&](WriteTransaction& store) -> absl::Status {
    ISNAD_RETURN_IF_ERROR(CheckEtag(store, id, request.etag()));
    ISNAD_RETURN_IF_ERROR(PurgeDocument(id, request.reason(), store));
    ISNAD_ASSIGN_OR_RETURN(const DocumentRecord document, Find(store, id, Detail::kBasic));
    *response->mutable_document() = ToDocument(document);
    return absl::OkStatus();
  });
  NameMemoryLease::ForgetAll();
  return status;
}

absl::Status ListSourcesMethod(const Backend& backend, const v1::ListSourcesRequest& request,
                               v1::ListSourcesResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  PageQuery query;
  query.limit = start.size;
  query.after = start.after;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, backend.Read(kLatest));
  ISNAD_ASSIGN_OR_RETURN(const Page<SourceRecord> page, snapshot->ListSources(query));
  for (const SourceRecord& source : page.rows) *response->add_sources() = ToSource(source);
  response->set_next_page_token(NextPageToken(start, page.next));
  return absl::OkStatus();
}

}  // namespace isnad::facts
