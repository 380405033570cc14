#include "services/answering/errors/answering_errors.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"

namespace isnad::answering {
namespace {

absl::Status FieldError(std::string field, std::string description, absl::string_view reason) {
  return server::InvalidFields({{std::move(field), std::move(description)}}, reason);
}

}  // namespace

absl::Status EmptyQuestionError() {
  return FieldError("question", "is empty; a question in Arabic or English is wanted",
                    "EMPTY_QUESTION");
}

absl::Status QuestionTooLongError(size_t characters, size_t limit) {
  return FieldError("question",
                    absl::StrCat("has ", characters, " characters; at most ", limit, " are taken"),
                    "QUESTION_TOO_LONG");
}

absl::Status QuestionNotUtf8Error(size_t position) {
  return FieldError("question", absl::StrCat("is not UTF-8 from byte ", position, " on"),
                    "QUESTION_NOT_UTF8");
}

absl::Status UnknownAnswerLanguageError(absl::string_view language_code) {
  return FieldError("language_code",
                    absl::StrCat("\"", server::Shorten(language_code),
                                 "\" is not a language of answers; \"ar\", \"en\" or nothing is "
                                 "wanted"),
                    "UNKNOWN_LANGUAGE");
}

absl::Status NegativeCitationsError(int max_citations) {
  return FieldError("max_citations", absl::StrCat(max_citations, " is negative; 0 to 50 is wanted"),
                    "INVALID_FIELD");
}

absl::Status BadAsOfError(absl::string_view what) {
  return FieldError("as_of", std::string(what), "INVALID_FIELD");
}

absl::Status BackendError(absl::string_view service, const absl::Status& cause) {
  const std::map<std::string, std::string> metadata = {{"service", std::string(service)}};
  const std::string why = server::Shorten(cause.message(), 200);
  switch (cause.code()) {
    case absl::StatusCode::kUnavailable:
      return server::MakeError(absl::StatusCode::kUnavailable,
                               absl::StrCat(service, " cannot be reached now: ", why),
                               "SERVICE_UNAVAILABLE", metadata);
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kCancelled:
    case absl::StatusCode::kResourceExhausted:
      return server::MakeError(cause.code(), absl::StrCat(service, ": ", why), "SERVICE_BUSY",
                               metadata);
    default:
      return server::MakeError(absl::StatusCode::kInternal,
                               absl::StrCat(service, " refused a call that should be right: ", why),
                               "SERVICE_REFUSED", metadata);
  }
}

absl::Status BadConfigError(absl::string_view field, absl::string_view what) {
  return FieldError(std::string(field), std::string(what), "INVALID_CONFIG");
}

}  // namespace isnad::answering
