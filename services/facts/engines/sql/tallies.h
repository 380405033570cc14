// Totals of what stands now: how often spellings are used and how many facts an entity has. Kept
// while writing, so that reading them takes the same time however much there is; of earlier times
// it is counted. Each is of an entity itself, no merge followed.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_TALLIES_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_TALLIES_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::facts::sql {

// A scalar expression: how often the spelling in row `a` of `alias` is used.
std::string UseCountSql(const View& view);

// To be called with every use that is stored.
absl::Status TallyUses(View& view, const std::string& entity, const std::string& surface,
                       int64_t uses);
// To be called before the uses of the extraction end.
absl::Status UntallyUses(View& view, int64_t extraction);

// To be called before the fact's state is written: whether it will stand.
absl::Status TallyFact(View& view, const KnownFact& fact, bool stands);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_TALLIES_H_
