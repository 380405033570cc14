#include "services/facts/engines/sql/row_numbers.h"

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {

absl::StatusOr<int64_t> NextRow(View& view, const NumberedTable& table) {
  const auto known = view.last_rows.find(table.table);
  if (known != view.last_rows.end()) return ++known->second;
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT COALESCE(MAX(", table.column, "), 0) FROM ", table.table));
  int64_t last = 0;
  if (query.Next()) last = query.GetInt(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return view.last_rows[table.table] = last + 1;
}

}  // namespace isnad::facts::sql
