// The methods of FactService about documents, their sources and what was extracted from them.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_DOCUMENT_METHODS_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_DOCUMENT_METHODS_H_

#include "absl/status/status.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/facts/handlers/method_conventions.h"

namespace isnad::facts {

absl::Status ApplyExtractionMethod(const Backend& backend,
                                   const isnad::v1::ApplyExtractionRequest& request,
                                   isnad::v1::ApplyExtractionResponse* response);
absl::Status GetDocumentMethod(const Backend& backend, const isnad::v1::GetDocumentRequest& request,
                               isnad::v1::GetDocumentResponse* response);
absl::Status ListDocumentsMethod(const Backend& backend,
                                 const isnad::v1::ListDocumentsRequest& request,
                                 isnad::v1::ListDocumentsResponse* response);
absl::Status RetractDocumentMethod(const Backend& backend,
                                   const isnad::v1::RetractDocumentRequest& request,
                                   isnad::v1::RetractDocumentResponse* response);
absl::Status PurgeDocumentMethod(const Backend& backend,
                                 const isnad::v1::PurgeDocumentRequest& request,
                                 isnad::v1::PurgeDocumentResponse* response);
absl::Status ListSourcesMethod(const Backend& backend, const isnad::v1::ListSourcesRequest& request,
                               isnad::v1::ListSourcesResponse* response);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_DOCUMENT_METHODS_H_
