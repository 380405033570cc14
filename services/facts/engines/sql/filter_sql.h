// Filters as SQL conditions. All values of a filter are parameters, never SQL text.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_FILTER_SQL_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_FILTER_SQL_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/engines/sql/connection.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/filter.h"

namespace isnad::facts::sql {

// A condition with its parameters, from the left.
struct SqlFragment {
  std::string sql = "TRUE";
  std::vector<SqlValue> values;
};

// Which rows a filter is about: facts as `f` with their state `s`, documents as `d` with `s`,
// entities as `e`, conflicts as `c` with `s`.
enum class FilterTable { kFacts, kDocuments, kEntities, kConflicts };

absl::StatusOr<SqlFragment> CompileFilter(View& view, FilterTable table, const Filter& filter);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_FILTER_SQL_H_
