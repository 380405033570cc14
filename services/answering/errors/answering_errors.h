// Every error that callers of the answering service can see, decided once.
//
// A question that cannot be answered is no error; see isnad.v1.Refusal. All functions are thread
// safe.

#ifndef ISNAD_SERVICES_ANSWERING_ERRORS_ANSWERING_ERRORS_H_
#define ISNAD_SERVICES_ANSWERING_ERRORS_ANSWERING_ERRORS_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {

// The question has no letters, only white space at most.
absl::Status EmptyQuestionError();

// The question is longer than the limit, in characters.
absl::Status QuestionTooLongError(size_t characters, size_t limit);

// The question's bytes from `position` on are not UTF-8.
absl::Status QuestionNotUtf8Error(size_t position);

// `language_code` is neither "ar" nor "en".
absl::Status UnknownAnswerLanguageError(absl::string_view language_code);

// `max_citations` is negative.
absl::Status NegativeCitationsError(int max_citations);

// `as_of` lies in the future or is no time.
absl::Status BadAsOfError(absl::string_view what);

// A service behind this one failed with `cause`. `service` is its full name, such as
// "isnad.v1.FactService". UNAVAILABLE stays retriable, DEADLINE_EXCEEDED, CANCELLED and
// RESOURCE_EXHAUSTED stay what they are, anything else becomes INTERNAL.
absl::Status BackendError(absl::string_view service, const absl::Status& cause);

// A field of the configuration is unusable.
absl::Status BadConfigError(absl::string_view field, absl::string_view what);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ERRORS_ANSWERING_ERRORS_H_
