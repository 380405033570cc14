// What a page's JSON-LD says about its article.
//
// The only file of the service that touches nlohmann/json.

#ifndef ISNAD_SERVICES_INGESTION_HTML_JSON_LD_H_
#define ISNAD_SERVICES_INGESTION_HTML_JSON_LD_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// Fields of a schema.org article. Empty when not given.
struct JsonLdArticle {
  std::string headline;
  std::string date_published;
  std::string publisher;
  std::string url;
};

// Returns the first article (NewsArticle, Article, BlogPosting and their kin) in one JSON-LD
// script, alone, in an array or in an @graph. Nothing when there is none, or the script is no JSON
// or larger than 1 MiB. Thread safe.
absl::optional<JsonLdArticle> ReadJsonLdArticle(absl::string_view script);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_JSON_LD_H_
