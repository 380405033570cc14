#include "services/facts/engines/sql/row_numbers.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {

absl::StatusOr<int64_t> NextRow(View& view, const NumberedTable& table, int64_t least) {
  const auto known = view.last_rows.find(table.table);
  if (known != view.last_rows.end()) return known->second = std::max(known->second + 1, least);
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT COALESCE(MAX(", table.column, "), 0) FROM ", table.table));
  int64_t last = 0;
  if (query.Next()) last = query.GetInt(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return view.last_rows[table.table] = std::max(last + 1, least);
}

int64_t LeastPassageRow(int64_t extraction) {
  // An article has far fewer passages than that.
  constexpr int64_t kPassagesOfExtraction = int64_t{1} << 20;
  return extraction * kPassagesOfExtraction;
}

}  // namespace isnad::facts::sql
