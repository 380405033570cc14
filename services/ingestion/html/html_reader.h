// An HTML page to the article in it.

#ifndef ISNAD_SERVICES_INGESTION_HTML_HTML_READER_H_
#define ISNAD_SERVICES_INGESTION_HTML_HTML_READER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ingestion/html/page_metadata.h"

namespace isnad::ingestion {

// An article found in a page.
struct HtmlArticle {
  PageMetadata metadata;
  // Paragraphs are separated by an empty line, list items and table rows by a line break.
  std::string text;
};

// Reads `html`, valid UTF-8. Errors, INVALID_ARGUMENT: NO_TEXT_FOUND; CONTENT_TOO_LARGE when the
// markup is beyond the bounds of HtmlTree. Thread safe.
absl::StatusOr<HtmlArticle> ReadHtml(absl::string_view html);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_HTML_READER_H_
