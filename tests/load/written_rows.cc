#include "tests/load/written_rows.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/facts/engines/sql/stats_rows.h"
#include "services/server/status/status_macros.h"

namespace isnad::load {
namespace {

using facts::sql::Query;
using facts::sql::Table;
using facts::sql::TableColumn;
using facts::sql::View;

constexpr std::pair<const char*, const char*> kNumbered[] = {
    {"document", "row"}, {"extraction", "id"},        {"entity", "row"}, {"fact", "row"},
    {"evidence", "row"}, {"fact_change", "sequence"}, {"passage", "id"}, {"conflict", "row"},
};

// The condition that rows of the table meet which were written at the clock's time.
std::string Written(const std::string& table, const RowMarks& before, facts::Micros time) {
  const auto after = [&before](const char* column, const char* of) {
    return absl::StrCat(column, " > ", before.at(of));
  };
  for (const auto& [name, column] : kNumbered) {
    // Conflicts are also found by the time they changed.
    if (table == name && table != "conflict") return after(column, name);
  }
  if (table == "document_text" || table == "document_state") return after("document", "document");
  if (table == "alias_use") return after("extraction", "extraction");
  if (table == "alias_tally") {
    return absl::StrCat("(entity, surface) IN (SELECT entity, surface FROM alias_use WHERE ",
                        after("extraction", "extraction"), ")");
  }
  if (table == "fact_tally") {
    return absl::StrCat("entity IN (SELECT subject_entity FROM fact WHERE ", after("row", "fact"),
                        " UNION SELECT object_entity FROM fact WHERE ", after("row", "fact"), ")");
  }
  const std::string changed = absl::StrCat("fact IN (SELECT fact FROM fact_change WHERE ",
                                           after("sequence", "fact_change"), ")");
  if (table == "fact_now" || table == "listing_now") return changed;
  if (table == "fact_past" || table == "listing_past")
    return absl::StrCat(changed, " AND superseded = ", time);
  if (table == "conflict") return absl::StrCat("version = ", time);
  return absl::StrCat("recorded = ", time);
}

absl::Status ReadTable(View& view, const Table& table, const std::string& written,
                       std::vector<WrittenRow>* rows) {
  const std::string columns =
      absl::StrJoin(table.columns, ", ",
                    [](std::string* out, const TableColumn& column) { out->append(column.name); });
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT ", columns, " FROM ", table.name, " WHERE ", written));
  while (query.Next()) {
    WrittenRow row{&table, {}};
    for (size_t i = 0; i < table.columns.size(); ++i) {
      row.values.push_back(
          facts::sql::ReadValue(query, static_cast<int>(i), table.columns[i].kind));
    }
    rows->push_back(std::move(row));
  }
  return query.status();
}

}  // namespace

bool Replaces(const Table& table) {
  for (const char* replaced :
       {"fact_now", "listing_now", "conflict", "fact_type", "alias_tally", "fact_tally"}) {
    if (table.name == replaced) return true;
  }
  return false;
}

absl::StatusOr<RowMarks> ReadMarks(View& view) {
  RowMarks marks;
  for (const auto& [table, column] : kNumbered) {
    Query query =
        view.connection.Prepare(absl::StrCat("SELECT COALESCE(MAX(", column, "), 0) FROM ", table));
    if (query.Next()) marks[table] = query.GetInt(0);
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  return marks;
}

absl::StatusOr<WrittenRows> ReadWrittenRows(View& view, const RowMarks& before) {
  WrittenRows written;
  ISNAD_ASSIGN_OR_RETURN(written.clock, facts::sql::ReadClock(view.connection));
  for (const Table& table : facts::sql::StoreTables()) {
    ISNAD_RETURN_IF_ERROR(
        ReadTable(view, table, Written(table.name, before, written.clock), &written.rows));
  }
  constexpr int kMostPassages = 100'000;
  Query scan = view.connection.Prepare(view.dialect.passages().ScanQuery());
  scan.Int(before.at("passage")).Int(kMostPassages);
  while (scan.Next()) {
    written.passages.push_back({scan.GetInt(0), scan.GetText(1), scan.GetText(2)});
  }
  ISNAD_RETURN_IF_ERROR(scan.status());
  return written;
}

}  // namespace isnad::load
