// Copies the rows of one store into another, of whatever engine.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_ROW_COPY_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_ROW_COPY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::facts::sql {

// Rows of a table.
struct TableCount {
  std::string table;
  int64_t rows = 0;
};

// Counts of all tables, in the order of StoreTables, then of the passage index.
absl::StatusOr<std::vector<TableCount>> CountRows(View& view);

// Copies everything, row numbers, history and clock included, in batches of bounded size. Reads of
// the copy answer as those of the original, as of every time. Returns what was copied, counted
// again in `to`. FAILED_PRECONDITION when `to` is not empty, DATA_LOSS when the counts differ: the
// transaction of `to` must then be given up.
absl::StatusOr<std::vector<TableCount>> CopyRows(View& from, View& to);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_ROW_COPY_H_
