// The errors that callers of the suite see, with google.rpc details as payloads of absl::Status.
//
// Every error carries one ErrorInfo: a reason in UPPER_SNAKE that programs may rely on, under the
// domain "isnad.dev". Services build their named errors (their `errors.h`) from these functions.
// All functions are thread safe.

#ifndef ISNAD_SERVICES_SERVER_STATUS_ERROR_DETAILS_H_
#define ISNAD_SERVICES_SERVER_STATUS_ERROR_DETAILS_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace isnad::server {

// The `ErrorInfo.domain` of every error of the suite.
constexpr char kErrorDomain[] = "isnad.dev";

// What is wrong with one field of a request.
struct FieldViolation {
  // Path from the request, such as "filter" or "article.content".
  std::string field;
  // One clause that says what was wrong, the value (see Shorten) and what would be right.
  std::string description;
};

// Makes an error with an ErrorInfo. `code` must not be kOk.
absl::Status MakeError(absl::StatusCode code, absl::string_view message, absl::string_view reason,
                       std::map<std::string, std::string> metadata = {});

// Makes an INVALID_ARGUMENT that lists every violation, in its message and as BadRequest.
// `violations` must not be empty.
absl::Status InvalidFields(std::vector<FieldViolation> violations,
                           absl::string_view reason = "INVALID_FIELD");

// Makes a NOT_FOUND (RESOURCE_NOT_FOUND) with ResourceInfo. `resource_type` is the type of the
// resource annotation, such as "isnad.dev/Fact"; `name` the resource name that was asked for.
absl::Status NotFound(absl::string_view resource_type, absl::string_view name);

// Adds RetryInfo: the caller may try again after `delay`. An OK status is returned unchanged.
absl::Status WithRetryInfo(absl::Status status, absl::Duration delay);

// The reason of the ErrorInfo, "" when there is none.
std::string ErrorReason(const absl::Status& status);

// The violations of the BadRequest, empty when there is none.
std::vector<FieldViolation> FieldViolations(const absl::Status& status);

// How long RetryInfo asks to wait, absl::InfiniteDuration() when there is none.
absl::Duration RetryDelay(const absl::Status& status);

// `value` as a message may quote it: valid UTF-8 (bad bytes become U+FFFD), control characters as
// spaces, at most `max_bytes` bytes, cut on a character boundary with "..." at the cut.
std::string Shorten(absl::string_view value, size_t max_bytes = 80);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_STATUS_ERROR_DETAILS_H_
