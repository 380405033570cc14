// Every error that callers of the ingestion service can see, decided once.
//
// All functions are thread safe.

#ifndef ISNAD_SERVICES_INGESTION_ERRORS_INGESTION_ERRORS_H_
#define ISNAD_SERVICES_INGESTION_ERRORS_INGESTION_ERRORS_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace isnad::ingestion {

// The content has no bytes, or nothing but white space.
absl::Status EmptyContentError();

// The content is of a binary format (`what`: "a PDF file", "NUL bytes").
absl::Status BinaryContentError(absl::string_view what);

// The field is larger than its limit. `field` is `article.content`; `what` says what was measured.
absl::Status ContentTooLargeError(absl::string_view what, size_t size, size_t limit,
                                  absl::string_view unit);

// The bytes are not text in the encoding they should be in.
absl::Status UndecodableTextError(absl::string_view why);

// The HTML page has no text of its own.
absl::Status NoTextFoundError();

// The text is not Arabic. `language` is an English name such as "English", or empty.
absl::Status UnsupportedLanguageError(absl::string_view language, size_t arabic_letters,
                                      size_t letters);

// The charset is not one that can be read.
absl::Status UnknownCharsetError(absl::string_view charset);

// `document_id` names a document with other content.
absl::Status DocumentContentDiffersError(absl::string_view document_id);

// `request_id` came with another body before.
absl::Status RequestIdReusedError(absl::string_view request_id);

// There is no ingestion of that name.
absl::Status IngestionNotFoundError(absl::string_view ingestion_id);

// The ingestion cannot be retried in `state`.
absl::Status IngestionNotFailedError(absl::string_view ingestion_id, absl::string_view state);

// The queue holds as much as it may.
absl::Status QueueFullError(size_t limit, absl::Duration retry_delay);

// As many watchers are connected as may be.
absl::Status TooManyWatchersError(size_t limit, absl::Duration retry_delay);

// The lease ran out and another worker may have the work. Seen by workers only.
absl::Status LeaseLostError(absl::string_view ingestion_id);

// Durable storage cannot be written or read now; safe to repeat.
absl::Status StorageUnavailableError(absl::string_view what);

// The queue's file is damaged.
absl::Status StorageCorruptError(absl::string_view what);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ERRORS_INGESTION_ERRORS_H_
