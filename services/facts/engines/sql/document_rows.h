// Documents, their states and the extractions over them.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_DOCUMENT_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_DOCUMENT_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

absl::StatusOr<DocumentRecord> ReadDocument(View& view, const std::string& id, Detail detail);
absl::StatusOr<Page<DocumentRecord>> ReadDocuments(View& view, const PageQuery& query);
absl::StatusOr<Page<SourceRecord>> ReadSources(View& view, const PageQuery& query);

// NOT_FOUND when it was not stored.
// What a view knows of the document; asks the database when that is nothing.
absl::StatusOr<KnownDocument> KnowDocument(View& view, const std::string& id);
absl::StatusOr<int64_t> ReadDocumentRow(View& view, const std::string& id);
absl::Status WriteDocument(View& view, const DocumentRecord& document);
absl::Status WriteDocumentState(View& view, const std::string& id, DocumentState state,
                                const std::string& reason);
absl::StatusOr<bool> ReadIsReplaced(View& view, const std::string& id);
absl::Status EraseDocumentRows(View& view, const std::string& id);

absl::StatusOr<absl::optional<ExtractionRecord>> ReadExtraction(View& view,
                                                                const std::string& document,
                                                                const std::string& version);
absl::StatusOr<absl::optional<ExtractionRecord>> ReadCurrentExtraction(View& view,
                                                                       const std::string& document);
absl::StatusOr<int64_t> WriteExtraction(View& view, const ExtractionRecord& extraction);
absl::Status WriteExtractionCounts(View& view, const ExtractionRecord& extraction);
// Returns the facts that lost evidence.
absl::StatusOr<std::vector<std::string>> EndExtractionRows(View& view, int64_t extraction);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_DOCUMENT_ROWS_H_
