// An article as it arrives.

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_RAW_ARTICLE_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_RAW_ARTICLE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// What kind of bytes an article's content is.
enum class ContentKind { kDetect, kText, kHtml };

// The article with what the sender said about it; empty fields were left out. The fields were
// validated; the content was not looked at.
struct RawArticle {
  // Not owned.
  absl::string_view content;
  ContentKind kind = ContentKind::kDetect;
  std::string charset;
  std::string source_uri;
  std::string url;
  std::string publisher;
  std::string title;
  absl::optional<absl::Time> publish_time;
  absl::optional<absl::Time> fetch_time;
  // Id of the document that this one corrects.
  std::string supersedes;
  // Id of the document to be.
  std::string document_id;
  std::string request_id;
};

// Returns a digest of everything the sender said, to recognise a repeated request.
std::string FingerprintOf(const RawArticle& article);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_RAW_ARTICLE_H_
