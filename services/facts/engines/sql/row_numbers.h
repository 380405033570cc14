// Numbers of new rows.
//
// They rise with the order of writes and need neither sequences nor columns that number themselves:
// write transactions follow one another, so the highest number stored is the last one given.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_ROW_NUMBERS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_ROW_NUMBERS_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::facts::sql {

struct NumberedTable {
  const char* table;
  const char* column;
};

constexpr NumberedTable kDocumentRows = {"document", "row"};
constexpr NumberedTable kExtractionRows = {"extraction", "id"};
constexpr NumberedTable kEntityRows = {"entity", "row"};
constexpr NumberedTable kFactRows = {"fact", "row"};
constexpr NumberedTable kChangeRows = {"fact_change", "sequence"};
constexpr NumberedTable kEvidenceRows = {"evidence", "row"};
constexpr NumberedTable kConflictRows = {"conflict", "row"};
constexpr NumberedTable kPassageRows = {"passage", "id"};

// The number of the next row that the view's transaction adds to the table: one more than the
// highest, or `least` when that is more. Asks the database once per transaction.
absl::StatusOr<int64_t> NextRow(View& view, const NumberedTable& table, int64_t least = 1);

// The least number of a passage of the extraction. Passages are erased by a purge, extractions
// never are: what is numbered by its extraction gets no number of an erased row, and whoever
// remembers such a number finds nothing under it rather than something else.
int64_t LeastPassageRow(int64_t extraction);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_ROW_NUMBERS_H_
