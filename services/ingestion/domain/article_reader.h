// Raw articles to clean documents.

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_ARTICLE_READER_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_ARTICLE_READER_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/ingestion/domain/raw_article.h"
#include "services/ingestion/queue/ingestion_queue.h"

namespace isnad::ingestion {

// Most bytes of an article's content, and of the text in it.
constexpr size_t kMaxContentBytes = size_t{20} << 20;
constexpr size_t kMaxTextBytes = size_t{1} << 20;

// Decodes, finds the text and metadata, derives ids. What the sender said outweighs what the page
// says. For plain text the document's text is the decoded content as it is, line ends included.
// `received` is the fetch time when the sender gave none.
//
// Errors, INVALID_ARGUMENT: EMPTY_CONTENT, BINARY_CONTENT, CONTENT_TOO_LARGE, UNDECODABLE_TEXT,
// NO_TEXT_FOUND, UNSUPPORTED_LANGUAGE, INVALID_FIELD (charset). Thread safe; takes milliseconds for
// an ordinary page.
absl::StatusOr<EnqueueRequest> ReadArticle(const RawArticle& article, absl::Time received);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_ARTICLE_READER_H_
