#include "services/facts/engines/sql/row_copy.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/facts/engines/sql/keyset.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/facts/engines/sql/stats_rows.h"
#include "services/facts/engines/sql/tables.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

constexpr int kRowsPerBatch = 500;
constexpr const char* kPassageIndex = "passage index";

std::string ColumnList(const Table& table) {
  return absl::StrJoin(table.columns, ", ", [](std::string* out, const TableColumn& column) {
    out->append(column.name);
  });
}

Keyset KeyOf(const Table& table) {
  std::vector<Keyset::Column> columns;
  for (int i = 0; i < table.key_columns; ++i) {
    const TableColumn& column = table.columns[static_cast<size_t>(i)];
    columns.push_back(
        {column.name,
         column.kind == SqlValue::Kind::kInteger ? Keyset::Type::kInteger : Keyset::Type::kText,
         Direction::kAscending});
  }
  return Keyset(std::move(columns));
}

// Copies the rows after `position`, which moves to the last one. Returns how many there were.
absl::StatusOr<int> CopyBatch(const Table& table, View& from, View& to, Position* position) {
  const Keyset key = KeyOf(table);
  const std::string columns = ColumnList(table);
  ISNAD_ASSIGN_OR_RETURN(const SqlFragment after, key.After(*position));
  Query read =
      from.connection.Prepare(absl::StrCat("SELECT ", columns, " FROM ", table.name, " WHERE ",
                                           after.sql, " ", key.OrderBy(), " LIMIT ?"));
  read.BindAll(after.values).Int(kRowsPerBatch);
  const std::string insert =
      absl::StrCat("INSERT INTO ", table.name, "(", columns, ") VALUES (",
                   absl::StrJoin(std::vector<std::string>(table.columns.size(), "?"), ", "), ")");
  int rows = 0;
  while (read.Next()) {
    ++rows;
    Query write = to.connection.Prepare(insert);
    for (size_t i = 0; i < table.columns.size(); ++i) {
      write.Bind(ReadValue(read, static_cast<int>(i), table.columns[i].kind));
    }
    ISNAD_RETURN_IF_ERROR(write.Run());
    // The key's columns come first.
    *position = Keyset::PositionOf(key.ReadValues(read, 0));
  }
  ISNAD_RETURN_IF_ERROR(read.status());
  return rows;
}

absl::StatusOr<int64_t> CopyTable(const Table& table, View& from, View& to) {
  Position position;
  int64_t copied = 0;
  for (;;) {
    ISNAD_ASSIGN_OR_RETURN(const int rows, CopyBatch(table, from, to, &position));
    copied += rows;
    if (rows < kRowsPerBatch) return copied;
  }
}

// Hands every indexed passage to `use`, in order.
absl::StatusOr<int64_t> ScanIndex(View& view,
                                  const std::function<absl::Status(const IndexedPassage&)>& use) {
  const std::string sql = view.dialect.passages().ScanQuery();
  int64_t last = 0;
  for (int64_t scanned = 0;;) {
    Query query = view.connection.Prepare(sql);
    query.Int(last).Int(kRowsPerBatch);
    int rows = 0;
    while (query.Next()) {
      ++rows;
      const IndexedPassage passage = {query.GetInt(0), query.GetText(1), query.GetText(2)};
      ISNAD_RETURN_IF_ERROR(use(passage));
      last = passage.passage;
    }
    ISNAD_RETURN_IF_ERROR(query.status());
    scanned += rows;
    if (rows < kRowsPerBatch) return scanned;
  }
}

}  // namespace

absl::StatusOr<std::vector<TableCount>> CountRows(View& view) {
  std::vector<TableCount> counts;
  for (const Table& table : StoreTables()) {
    Query query = view.connection.Prepare(absl::StrCat("SELECT COUNT(*) FROM ", table.name));
    TableCount count{table.name, 0};
    if (query.Next()) count.rows = query.GetInt(0);
    ISNAD_RETURN_IF_ERROR(query.status());
    counts.push_back(std::move(count));
  }
  ISNAD_ASSIGN_OR_RETURN(const int64_t indexed,
                         ScanIndex(view, [](const IndexedPassage&) { return absl::OkStatus(); }));
  counts.push_back({kPassageIndex, indexed});
  return counts;
}

absl::StatusOr<std::vector<TableCount>> CopyRows(View& from, View& to) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<TableCount> before, CountRows(to));
  for (const TableCount& count : before) {
    if (count.rows == 0) continue;
    return absl::FailedPreconditionError(
        absl::StrCat("the store to copy to is not empty: its table ", count.table, " has ",
                     count.rows, " rows; name a new one"));
  }
  std::vector<TableCount> copied;
  for (const Table& table : StoreTables()) {
    ISNAD_ASSIGN_OR_RETURN(const int64_t rows, CopyTable(table, from, to));
    copied.push_back({table.name, rows});
  }
  ISNAD_ASSIGN_OR_RETURN(const int64_t indexed,
                         ScanIndex(from, [&to](const IndexedPassage& passage) {
                           return to.dialect.passages().Add(to.connection, passage);
                         }));
  copied.push_back({kPassageIndex, indexed});
  ISNAD_ASSIGN_OR_RETURN(const Micros last, ReadClock(from.connection));
  to.now = std::max(to.now, last);
  ISNAD_ASSIGN_OR_RETURN(std::vector<TableCount> after, CountRows(to));
  for (size_t i = 0; i < copied.size(); ++i) {
    if (copied[i].rows == after[i].rows) continue;
    return absl::DataLossError(absl::StrCat("of ", copied[i].rows, " rows of ", copied[i].table,
                                            " the copy has ", after[i].rows));
  }
  return after;
}

}  // namespace isnad::facts::sql
