// Facts that are looked up by what they claim, many at a time.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_FACT_LOOKUPS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_FACT_LOOKUPS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

// What the view knows of the fact; asks the database when that is nothing. Never null. Valid as
// long as the view.
absl::StatusOr<KnownFact*> KnowFact(View& view, const std::string& key);

// What the view is to know after facts were emptied.
void ForgetFacts(View& view);

// As of Snapshot. The view knows the facts afterwards.
absl::StatusOr<std::vector<absl::optional<FactRecord>>> ReadFactsByKey(
    View& view, const std::vector<std::string>& keys);

// As of WriteTransaction.
absl::StatusOr<std::vector<std::vector<FactRecord>>> ReadRivals(
    View& view, const std::vector<RivalQuery>& queries);

// As of Snapshot.
absl::StatusOr<std::vector<std::vector<FactRecord>>> ReadFigures(
    View& view, const std::vector<FigureQuery>& queries);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_FACT_LOOKUPS_H_
