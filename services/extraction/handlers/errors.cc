#include "services/extraction/handlers/errors.h"

#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"

namespace isnad::extraction {

using server::InvalidFields;

absl::Status TextIsEmpty(absl::string_view field) {
  return InvalidFields({{std::string(field), "is empty; send at least one word"}}, "EMPTY_CONTENT");
}

absl::Status TextIsTooLong(absl::string_view field, size_t bytes, size_t limit) {
  return InvalidFields(
      {{std::string(field), absl::StrCat("has ", bytes, " bytes; the most is ", limit)}},
      "CONTENT_TOO_LARGE");
}

absl::Status TextIsNotUtf8(absl::string_view field, absl::string_view why) {
  return InvalidFields({{std::string(field), absl::StrCat("is not UTF-8: ", why)}},
                       "UNDECODABLE_TEXT");
}

absl::Status TextIsNotArabic(absl::string_view field, absl::string_view language) {
  return InvalidFields(
      {{std::string(field), absl::StrCat("is not Arabic (it reads as \"", language,
                                         "\"); facts are extracted from Arabic text only")}},
      "UNSUPPORTED_LANGUAGE");
}

absl::Status SpanIsOutsideText(absl::string_view field, int begin, int end, size_t bytes) {
  return InvalidFields(
      {{std::string(field),
        absl::StrCat("is bytes ", begin, " to ", end, "; give a begin before its end, both within ",
                     "the ", bytes, " bytes of the text")}});
}

absl::Status LanguageIsUnknown(absl::string_view field, absl::string_view value) {
  return InvalidFields(
      {{std::string(field), absl::StrCat("is \"", server::Shorten(value),
                                         "\"; use \"ar\", \"en\" or leave it empty")}});
}

absl::Status TooManyDocumentsInStream(int limit) {
  return server::WithRetryInfo(
      server::MakeError(absl::StatusCode::kResourceExhausted,
                        absl::StrCat("a stream takes at most ", limit,
                                     " documents; open another one for the rest"),
                        "STREAM_LIMIT"),
      absl::Milliseconds(100));
}

}  // namespace isnad::extraction
