#include "services/facts/domain/errors.h"

#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {

using server::MakeError;
using server::Shorten;

absl::Status DocumentContentDiffers(absl::string_view name) {
  return MakeError(absl::StatusCode::kAlreadyExists,
                   absl::StrCat(name,
                                " is stored with other text; a correction is a new document "
                                "whose `supersedes` names this one"),
                   "DOCUMENT_CONTENT_DIFFERS", {{"document", std::string(name)}});
}

absl::Status DocumentPurged(absl::string_view name) {
  return MakeError(absl::StatusCode::kFailedPrecondition,
                   absl::StrCat(name, " was purged; nothing can be done to it any more"),
                   "DOCUMENT_PURGED", {{"document", std::string(name)}});
}

absl::Status DocumentNotActive(absl::string_view name, absl::string_view state) {
  return MakeError(absl::StatusCode::kFailedPrecondition,
                   absl::StrCat(name, " is ", state, "; only active documents take extractions"),
                   "DOCUMENT_NOT_ACTIVE", {{"document", std::string(name)}});
}

absl::Status EntitiesDistinct(absl::string_view one, absl::string_view other) {
  return MakeError(absl::StatusCode::kFailedPrecondition,
                   absl::StrCat(one, " and ", other, " were said not to be the same"),
                   "ENTITIES_DISTINCT",
                   {{"entity", std::string(one)}, {"other", std::string(other)}});
}

absl::Status TypesDiffer(absl::string_view one, absl::string_view other) {
  return MakeError(absl::StatusCode::kFailedPrecondition,
                   absl::StrCat(one, " and ", other, " are of different types"), "TYPES_DIFFER",
                   {{"entity", std::string(one)}, {"other", std::string(other)}});
}

absl::Status EntityNotMerged(absl::string_view name) {
  return MakeError(absl::StatusCode::kFailedPrecondition,
                   absl::StrCat(name, " is not merged into another entity"), "ENTITY_NOT_MERGED",
                   {{"entity", std::string(name)}});
}

absl::Status EtagMismatch(absl::string_view name, absl::string_view given,
                          absl::string_view current) {
  return MakeError(absl::StatusCode::kAborted,
                   absl::StrCat(name, " was changed since it was read: its etag is ", current,
                                ", not ", Shorten(given), "; read it again"),
                   "ETAG_MISMATCH", {{"resource", std::string(name)}});
}

absl::Status RequestIdReused(absl::string_view request_id) {
  return server::InvalidFields(
      {{"request_id", absl::StrCat("\"", Shorten(request_id),
                                   "\" came before with another request; take a new one")}},
      "REQUEST_ID_REUSED");
}

}  // namespace isnad::facts
