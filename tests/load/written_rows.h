// The rows that one write of the store left behind, to be written again by bare means.

#ifndef ISNAD_TESTS_LOAD_WRITTEN_ROWS_H_
#define ISNAD_TESTS_LOAD_WRITTEN_ROWS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/facts/engines/sql/query.h"
#include "services/facts/engines/sql/tables.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::load {

struct WrittenRow {
  const facts::sql::Table* table = nullptr;
  std::vector<facts::sql::SqlValue> values;  // In the order of the table's columns.
};

struct WrittenRows {
  std::vector<WrittenRow> rows;
  std::vector<facts::sql::IndexedPassage> passages;  // What was added to the passage index.
  facts::Micros clock = 0;                           // What the store's clock was set to.
};

// Whether rows written to the table may take the place of others with the same key.
bool Replaces(const facts::sql::Table& table);

// The highest row numbers of a store, by table.
using RowMarks = std::map<std::string, int64_t>;
absl::StatusOr<RowMarks> ReadMarks(facts::sql::View& view);

// What the one write since `before` wrote. Reads whole tables where these are small.
absl::StatusOr<WrittenRows> ReadWrittenRows(facts::sql::View& view, const RowMarks& before);

}  // namespace isnad::load

#endif  // ISNAD_TESTS_LOAD_WRITTEN_ROWS_H_
