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

// Which rows a filter is about: standing facts or former states of facts as `s` (see listing.h),
// documents as `d` with their state `s`, entities as `e`, conflicts as `c` with `s`.
enum class FilterTable { kFacts, kPastFacts, kDocuments, kEntities, kConflicts };

// How rows are found: by an index that serves the filter, or by trying rows that something else
// found.
enum class Access { kFind, kTry };

absl::StatusOr<SqlFragment> CompileFilter(View& view, FilterTable table, const Filter& filter,
                                          Access access = Access::kFind);

// For a comparison of facts with a document, source or speaker: the query that lists the facts of
// which it is true, by row, some of them more than once.
absl::StatusOr<SqlFragment> CompileFactList(View& view, const Filter& filter);

// The parts of a comparison with an entity that an index serves each, which hold for different
// facts.
absl::StatusOr<std::vector<SqlFragment>> CompileEnds(View& view, const Filter& filter);

// For a comparison of facts with a source or speaker: conditions of evidence `e` that an index
// serves each in the order of facts, whatever else is asked of the facts `s`. Together they leave
// one piece of evidence of each fact that the comparison is true of, or one for each of merged
// speakers.
absl::StatusOr<std::vector<SqlFragment>> CompileEvidence(View& view, const Filter& filter);

// For a comparison of standing facts with an entity: its parts, as of CompileEnds, which an index
// serves each in the order of age, of valid dates, of publication or of support.
absl::StatusOr<std::vector<SqlFragment>> CompileOrderedEnds(View& view, const Filter& filter);

// For two comparisons of facts with an entity: the parts in which both hold, that an index serves
// each in the order of age, and which hold for different facts. None where that index does not
// help: the entities are one, or both stand at the same end, or very many were merged into them.
absl::StatusOr<std::vector<SqlFragment>> CompilePair(View& view, const Filter& one,
                                                     const Filter& other);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_FILTER_SQL_H_
