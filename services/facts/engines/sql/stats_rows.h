// Counts over the whole store, and requests that were served.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_STATS_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_STATS_ROWS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/fact_store.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

absl::StatusOr<StoreStats> ReadStats(View& view);

absl::StatusOr<absl::optional<ServedRequest>> ReadRequest(View& view, const std::string& id);
absl::Status WriteRequest(View& view, const std::string& id, const std::string& body_hash);

// The time of the last write; writes take a later one.
absl::StatusOr<Micros> ReadClock(Connection& connection);
absl::Status WriteClock(Connection& connection, Micros time);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_STATS_ROWS_H_
