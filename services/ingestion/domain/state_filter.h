// The filter of ListIngestions: a small subset of AIP-160.

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_STATE_FILTER_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_STATE_FILTER_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ingestion/queue/ingestion_record.h"

namespace isnad::ingestion {

// Returns the states that pass `filter`; all of them for an empty one. Grammar:
//   filter = term { "AND" term };  term = "state" ( "=" | "!=" ) state
// where a state is FAILED, STATE_FAILED or "FAILED" in quotes.
//
// INVALID_ARGUMENT on `filter` says what was expected at which position (bytes, from 0), with a
// caret below it. Thread safe.
absl::StatusOr<std::vector<IngestionState>> ParseStateFilter(absl::string_view filter);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_STATE_FILTER_H_
