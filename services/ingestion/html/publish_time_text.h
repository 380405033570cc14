// Times as web pages write them in their metadata.

#ifndef ISNAD_SERVICES_INGESTION_HTML_PUBLISH_TIME_TEXT_H_
#define ISNAD_SERVICES_INGESTION_HTML_PUBLISH_TIME_TEXT_H_

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// Reads ISO 8601 dates and times ("2025-08-31", "2025-08-31T10:20:30.5+03:00", "20250831",
// "2025-08-31 10:20") and RFC 1123 times. Without an offset the time is taken for UTC. Nothing for
// other spellings and for years outside 1900 to 2100. Thread safe.
absl::optional<absl::Time> ReadPublishTime(absl::string_view text);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_PUBLISH_TIME_TEXT_H_
