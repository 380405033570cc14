#include "services/facts/engines/sql/row_numbers.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {

namespace {

constexpr NumberedTable kTables[] = {kDocumentRows, kExtractionRows, kEntityRows,   kFactRows,
                                     kChangeRows,   kEvidenceRows,   kConflictRows, kPassageRows};

absl::Status ReadLastRows(View& view) {
  std::string sql;
  for (const NumberedTable& table : kTables) {
    absl::StrAppend(&sql, sql.empty() ? "SELECT " : ", ", "(SELECT COALESCE(MAX(", table.column,
                    "), 0) FROM ", table.table, ")");
  }
  Query query = view.connection.Prepare(sql);
  if (query.Next()) {
    int column = 0;
    for (const NumberedTable& table : kTables) view.last_rows[table.table] = query.GetInt(column++);
  }
  return query.status();
}

}  // namespace

absl::StatusOr<int64_t> NextRow(View& view, const NumberedTable& table, int64_t least) {
  if (view.last_rows.empty()) ISNAD_RETURN_IF_ERROR(ReadLastRows(view));
  int64_t& last = view.last_rows[table.table];
  return last = std::max(last + 1, least);
}

int64_t LeastPassageRow(int64_t extraction) {
  // An article has far fewer passages than that.
  constexpr int64_t kPassagesOfExtraction = int64_t{1} << 20;
  return extraction * kPassagesOfExtraction;
}

}  // namespace isnad::facts::sql
