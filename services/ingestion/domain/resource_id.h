// Ids of documents and ingestions.

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_RESOURCE_ID_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_RESOURCE_ID_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// Whether `id` is 1 to 64 characters of [a-z0-9-].
bool IsResourceId(absl::string_view id);

// Returns the id in "<collection>/<id>", or nothing when `name` is malformed.
absl::optional<std::string> ParseResourceName(absl::string_view name, absl::string_view collection);

// Returns the id of a document that came without one: the same content, the same id.
std::string DeriveDocumentId(absl::string_view content_hash);

// Returns the id of the ingestion of a document: the same id and content, the same ingestion.
std::string DeriveIngestionId(absl::string_view document_id, absl::string_view content_hash);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_RESOURCE_ID_H_
