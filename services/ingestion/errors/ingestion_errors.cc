#include "services/ingestion/errors/ingestion_errors.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

constexpr char kContentField[] = "article.content";

absl::Status ContentError(absl::string_view reason, std::string description) {
  return server::InvalidFields({{kContentField, std::move(description)}}, reason);
}

}  // namespace

absl::Status EmptyContentError() {
  return ContentError("EMPTY_CONTENT",
                      "holds no text, only white space at most; send the article's bytes");
}

absl::Status BinaryContentError(absl::string_view what) {
  return ContentError("BINARY_CONTENT",
                      absl::StrCat("holds ", what, "; plain text or HTML is wanted"));
}

absl::Status ContentTooLargeError(absl::string_view what, size_t size, size_t limit,
                                  absl::string_view unit) {
  return ContentError("CONTENT_TOO_LARGE", absl::StrCat(what, " is ", size, " ", unit, "; at most ",
                                                        limit, " ", unit, " are taken"));
}

absl::Status UndecodableTextError(absl::string_view why) {
  return ContentError("UNDECODABLE_TEXT",
                      absl::StrCat(why, "; UTF-8, UTF-16, windows-1256 or ISO-8859-6 is wanted"));
}

absl::Status NoTextFoundError() {
  return ContentError("NO_TEXT_FOUND",
                      "is an HTML page without an article's text; text that scripts load later "
                      "must be sent as plain text");
}

absl::Status UnsupportedLanguageError(absl::string_view language, size_t arabic_letters,
                                      size_t letters) {
  const std::string seen = language.empty() ? std::string("is not in Arabic")
                                            : absl::StrCat("looks like ", language, ", not Arabic");
  return ContentError("UNSUPPORTED_LANGUAGE",
                      absl::StrCat(seen, " (", arabic_letters, " of ", letters,
                                   " letters are Arabic); an Arabic article is wanted"));
}

absl::Status UnknownCharsetError(absl::string_view charset) {
  return server::InvalidFields(
      {{"article.charset",
        absl::StrCat("\"", server::Shorten(charset),
                     "\" is not the name of a text encoding that can be read; an IANA name such "
                     "as \"windows-1256\" is wanted, or nothing to have it found out")}});
}

absl::Status DocumentContentDiffersError(absl::string_view document_id) {
  return server::MakeError(
      absl::StatusCode::kAlreadyExists,
      absl::StrCat("documents/", document_id,
                   " was ingested with other content; a correction is a new document that names "
                   "the old one in `supersedes`"),
      "DOCUMENT_CONTENT_DIFFERS", {{"document", absl::StrCat("documents/", document_id)}});
}

absl::Status RequestIdReusedError(absl::string_view request_id) {
  return server::MakeError(absl::StatusCode::kAlreadyExists,
                           absl::StrCat("request_id \"", server::Shorten(request_id),
                                        "\" came with another body before; each article needs a "
                                        "request_id of its own"),
                           "REQUEST_ID_REUSED", {{"request_id", server::Shorten(request_id)}});
}

absl::Status IngestionNotFoundError(absl::string_view ingestion_id) {
  return server::NotFound("isnad.dev/Ingestion", absl::StrCat("ingestions/", ingestion_id));
}

absl::Status IngestionNotFailedError(absl::string_view ingestion_id, absl::string_view state) {
  return server::MakeError(
      absl::StatusCode::kFailedPrecondition,
      absl::StrCat("ingestions/", ingestion_id, " is in ", state,
                   "; only one in STATE_FAILED can be retried"),
      "INGESTION_NOT_FAILED",
      {{"ingestion", absl::StrCat("ingestions/", ingestion_id)}, {"state", std::string(state)}});
}

absl::Status QueueFullError(size_t limit, absl::Duration retry_delay) {
  return server::WithRetryInfo(
      server::MakeError(absl::StatusCode::kResourceExhausted,
                        absl::StrCat("the queue holds ", limit,
                                     " documents that are not stored yet, as many as it may; "
                                     "try again later"),
                        "QUEUE_FULL", {{"limit", absl::StrCat(limit)}}),
      retry_delay);
}

absl::Status TooManyWatchersError(size_t limit, absl::Duration retry_delay) {
  return server::WithRetryInfo(
      server::MakeError(absl::StatusCode::kResourceExhausted,
                        absl::StrCat(limit,
                                     " watchers are connected, as many as may be; try "
                                     "again later or poll GetIngestion"),
                        "TOO_MANY_WATCHERS", {{"limit", absl::StrCat(limit)}}),
      retry_delay);
}

absl::Status LeaseLostError(absl::string_view ingestion_id) {
  return server::MakeError(
      absl::StatusCode::kAborted,
      absl::StrCat("the lease of ingestions/", ingestion_id, " is no longer held"), "LEASE_LOST");
}

absl::Status StorageUnavailableError(absl::string_view what) {
  return server::MakeError(absl::StatusCode::kUnavailable,
                           absl::StrCat("the queue's storage cannot be used now: ", what),
                           "STORAGE_UNAVAILABLE");
}

absl::Status StorageCorruptError(absl::string_view what) {
  return server::MakeError(absl::StatusCode::kDataLoss,
                           absl::StrCat("the queue's file is damaged: ", what), "STORAGE_CORRUPT");
}

}  // namespace isnad::ingestion
