// Opaque page tokens that are bound to the request they continue, and page sizes.
//
// A token holds the position after which the next page begins and a check over it and the
// request's other arguments. It keeps honest callers from mixing tokens up and detects damage; it
// grants nothing, so it is no secret. Replicas of one version accept each other's tokens.

#ifndef ISNAD_SERVICES_SERVER_PAGING_PAGE_TOKEN_H_
#define ISNAD_SERVICES_SERVER_PAGING_PAGE_TOKEN_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace google::protobuf {
class Message;
}  // namespace google::protobuf

namespace isnad::server {

// Identifies a list request without its `page_size` and `page_token`: two pages of one listing have
// the same fingerprint, two listings different ones. Holds the request's type.
std::string RequestFingerprint(const google::protobuf::Message& request);

// Makes the token of the page that begins after `position`, any bytes the caller understands. URL
// safe. An empty `position` is allowed; the token is never empty.
std::string MakePageToken(absl::string_view request_fingerprint, absl::string_view position);

// The position of a token made for the same fingerprint. An INVALID_ARGUMENT (INVALID_PAGE_TOKEN)
// on `field` when the token was altered or belongs to another request. An empty token is the
// caller's case of a first page and refused here.
absl::StatusOr<std::string> ReadPageToken(absl::string_view token,
                                          absl::string_view request_fingerprint,
                                          absl::string_view field = "page_token");

// The page size to use: `default_size` for 0, at most `max_size`. An INVALID_ARGUMENT on
// "page_size" when negative.
absl::StatusOr<int> PageSize(int requested, int default_size, int max_size);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_PAGING_PAGE_TOKEN_H_
