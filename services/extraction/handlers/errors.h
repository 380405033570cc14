// Every error that a caller of ExtractionService can see.

#ifndef ISNAD_SERVICES_EXTRACTION_HANDLERS_ERRORS_H_
#define ISNAD_SERVICES_EXTRACTION_HANDLERS_ERRORS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {

absl::Status TextIsEmpty(absl::string_view field);
absl::Status TextIsTooLong(absl::string_view field, size_t bytes, size_t limit);
absl::Status TextIsNotUtf8(absl::string_view field, absl::string_view why);
// UNSUPPORTED_LANGUAGE: `language` is what the text looks like.
absl::Status TextIsNotArabic(absl::string_view field, absl::string_view language);
absl::Status SpanIsOutsideText(absl::string_view field, int begin, int end, size_t bytes);
absl::Status LanguageIsUnknown(absl::string_view field, absl::string_view value);
absl::Status TooManyDocumentsInStream(int limit);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_HANDLERS_ERRORS_H_
