// Requests of the contract as raw articles.

#ifndef ISNAD_SERVICES_INGESTION_CONVERTERS_ARTICLE_CONVERTER_H_
#define ISNAD_SERVICES_INGESTION_CONVERTERS_ARTICLE_CONVERTER_H_

#include "absl/status/statusor.h"
#include "isnad/v1/ingestion_service.pb.h"
#include "services/ingestion/domain/raw_article.h"

namespace isnad::ingestion {

// Validates every field but the content. INVALID_ARGUMENT (INVALID_FIELD) lists all violations. The
// article refers to the content in `request`.
absl::StatusOr<RawArticle> FromProto(const isnad::v1::IngestDocumentRequest& request);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_CONVERTERS_ARTICLE_CONVERTER_H_
