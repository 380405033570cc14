// Reading and writing the rows of the queue's tables. All within the caller's transaction.

#ifndef ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_INGESTION_ROWS_H_
#define ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_INGESTION_ROWS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "services/ingestion/engines/sqlite/database.h"
#include "services/ingestion/queue/ingestion_queue.h"

namespace isnad::ingestion {

// Returns the ingestion of that id, or nothing.
absl::StatusOr<absl::optional<IngestionRecord>> ReadIngestion(Database* database,
                                                              absl::string_view id);

// Returns the ingestion that was made for the document id and content, or nothing.
absl::StatusOr<absl::optional<IngestionRecord>> ReadIngestionOf(Database* database,
                                                                absl::string_view document_id,
                                                                absl::string_view content_hash);

// Returns a page of ingestions, newest first.
absl::StatusOr<std::vector<IngestionRecord>> ReadIngestions(Database* database,
                                                            const ListIngestionsOptions& options);

// Inserts an ingestion for `request` of which `document_id` is the document.
absl::Status InsertIngestion(Database* database, const EnqueueRequest& request,
                             absl::string_view document_id, IngestionState state, absl::Time now);

// Returns the id of the document with that content, or empty.
absl::StatusOr<std::string> FindDocumentByContent(Database* database,
                                                  absl::string_view content_hash);

// Returns whether there is a document of that id.
absl::StatusOr<bool> HasDocument(Database* database, absl::string_view id);

absl::Status InsertDocument(Database* database, const DocumentRecord& document);

absl::StatusOr<DocumentRecord> ReadDocument(Database* database, absl::string_view id);

// Forgets the text of a document.
absl::Status ClearDocumentText(Database* database, absl::string_view id);

// What a request id was used for.
struct RequestRow {
  std::string fingerprint;
  std::string ingestion_id;
};

absl::StatusOr<absl::optional<RequestRow>> ReadRequest(Database* database, absl::string_view id);

absl::Status InsertRequest(Database* database, absl::string_view id, absl::string_view fingerprint,
                           absl::string_view ingestion_id);

// Returns the number of unfinished ingestions.
absl::StatusOr<size_t> CountUnfinished(Database* database);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_INGESTION_ROWS_H_
