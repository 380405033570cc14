#include "services/facts/engines/sql/conflict_rows.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/filter_sql.h"
#include "services/facts/engines/sql/keyset.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

constexpr const char* kColumns =
    "c.id, c.kind, c.explanation_en, c.explanation_ar, s.state, c.preferred_fact, c.resolution, "
    "c.recorded, c.resolved, c.version";

std::string FromConflicts(const View& view) {
  // The newest state stands in the conflict's own row, too: so the newest conflicts come first by
  // index.
  if (view.latest()) return " FROM conflict c JOIN conflict s ON s.row = c.row ";
  return absl::StrCat(" FROM conflict c JOIN conflict_state s ON s.conflict = c.row AND ",
                      Live(view, "s"), " ");
}

std::string HasMembers(const View& view) {
  return absl::StrCat("EXISTS (SELECT 1 FROM conflict_fact m WHERE m.conflict = c.row AND ",
                      Live(view, "m"), ")");
}

ConflictRecord FromRow(const Query& row) {
  ConflictRecord conflict;
  conflict.id = row.GetText(0);
  conflict.kind = static_cast<ConflictKind>(row.GetInt(1));
  conflict.explanation_en = row.GetText(2);
  conflict.explanation_ar = row.GetText(3);
  conflict.state = static_cast<ConflictState>(row.GetInt(4));
  if (conflict.state == ConflictState::kResolved) {
    conflict.preferred_fact = row.GetText(5);
    conflict.resolution = row.GetText(6);
    conflict.resolve_time = row.GetInt(8);
  }
  conflict.record_time = row.GetInt(7);
  conflict.version_time = row.GetInt(9);
  return conflict;
}

absl::Status LoadFacts(View& view, ConflictRecord* conflict) {
  Query query = view.connection.Prepare(absl::StrCat(
      "SELECT f.key FROM conflict c JOIN conflict_fact m ON m.conflict = c.row AND ",
      Live(view, "m"), " JOIN fact f ON f.row = m.fact WHERE c.id = ? ORDER BY f.key"));
  query.Text(conflict->id);
  while (query.Next()) conflict->facts.push_back(query.GetText(0));
  return query.status();
}

absl::Status BeginState(View& view, const std::string& id, ConflictState state) {
  Query end = view.connection.Prepare(
      absl::StrCat("UPDATE conflict_state SET superseded = ?1 WHERE superseded = ", kForever,
                   " AND recorded < ?1 AND conflict = (SELECT row FROM conflict WHERE id = ?2)"));
  ISNAD_RETURN_IF_ERROR(end.Int(view.now).Text(id).Run());
  Query begin = view.connection.Prepare(absl::StrCat(
      "INSERT INTO conflict_state SELECT row, ?, ?, ", kForever,
      " FROM conflict WHERE id = ? ON CONFLICT(conflict, recorded) DO UPDATE SET state = "
      "excluded.state, superseded = excluded.superseded"));
  ISNAD_RETURN_IF_ERROR(begin.Int(static_cast<int>(state)).Int(view.now).Text(id).Run());
  Query update = view.connection.Prepare("UPDATE conflict SET state = ?, version = ? WHERE id = ?");
  return update.Int(static_cast<int>(state)).Int(view.now).Text(id).Run();
}

absl::StatusOr<std::set<std::string>> CurrentFacts(View& view, const std::string& id) {
  ConflictRecord conflict;
  conflict.id = id;
  ISNAD_RETURN_IF_ERROR(LoadFacts(view, &conflict));
  return std::set<std::string>(conflict.facts.begin(), conflict.facts.end());
}

absl::Status SetFacts(View& view, const std::string& id, const std::set<std::string>& before,
                      const std::set<std::string>& after) {
  for (const std::string& fact : before) {
    if (after.count(fact) != 0) continue;
    Query end = view.connection.Prepare(absl::StrCat(
        "UPDATE conflict_fact SET superseded = ?1 WHERE superseded = ", kForever,
        " AND conflict = (SELECT row FROM conflict WHERE id = ?2) AND fact = (SELECT row FROM fact "
        "WHERE key = ?3)"));
    ISNAD_RETURN_IF_ERROR(end.Int(view.now).Text(id).Text(fact).Run());
  }
  for (const std::string& fact : after) {
    if (before.count(fact) != 0) continue;
    Query begin = view.connection.Prepare(
        absl::StrCat("INSERT INTO conflict_fact SELECT c.row, f.row, ?, ", kForever,
                     " FROM conflict c, fact f WHERE c.id = ? AND f.key = ? ON CONFLICT(conflict, "
                     "fact, recorded) DO UPDATE SET superseded = excluded.superseded"));
    ISNAD_RETURN_IF_ERROR(begin.Int(view.now).Text(id).Text(fact).Run());
  }
  if (before == after) return absl::OkStatus();
  Query version = view.connection.Prepare("UPDATE conflict SET version = ? WHERE id = ?");
  return version.Int(view.now).Text(id).Run();
}

}  // namespace

absl::StatusOr<ConflictRecord> ReadConflict(View& view, const std::string& id) {
  Query query = view.connection.Prepare(absl::StrCat("SELECT ", kColumns, FromConflicts(view),
                                                     "WHERE c.id = ? AND ", HasMembers(view)));
  query.Text(id);
  if (!query.Next()) {
    ISNAD_RETURN_IF_ERROR(query.status());
    return absl::NotFoundError(absl::StrCat("no conflict ", id));
  }
  ConflictRecord conflict = FromRow(query);
  ISNAD_RETURN_IF_ERROR(LoadFacts(view, &conflict));
  return conflict;
}

absl::StatusOr<Page<ConflictRecord>> ReadConflicts(View& view, const PageQuery& page_query) {
  ISNAD_ASSIGN_OR_RETURN(SqlFragment where,
                         CompileFilter(view, FilterTable::kConflicts, page_query.filter));
  where.sql = absl::StrCat("(", where.sql, ") AND ", HasMembers(view));
  Keyset keyset({{"c.recorded", Keyset::Type::kInteger, Direction::kDescending},
                 {"c.id", Keyset::Type::kText, Direction::kAscending}});
  ISNAD_ASSIGN_OR_RETURN(
      Page<ConflictRecord> page,
      ReadPage<ConflictRecord>(
          view, kColumns, FromConflicts(view), where, keyset, page_query,
          [](const Query& row) -> absl::StatusOr<ConflictRecord> { return FromRow(row); }));
  for (ConflictRecord& conflict : page.rows) {
    ISNAD_RETURN_IF_ERROR(LoadFacts(view, &conflict));
  }
  return page;
}

absl::StatusOr<std::vector<std::string>> ReadConflictsOf(View& view,
                                                         const std::vector<std::string>& facts) {
  std::set<std::string> ids;
  for (const std::string& fact : facts) {
    Query query = view.connection.Prepare(
        absl::StrCat("SELECT c.id FROM fact f JOIN conflict_fact m ON m.fact = f.row AND ",
                     Live(view, "m"), " JOIN conflict c ON c.row = m.conflict WHERE f.key = ?"));
    query.Text(fact);
    while (query.Next()) ids.insert(query.GetText(0));
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  return std::vector<std::string>(ids.begin(), ids.end());
}

absl::Status WriteConflict(View& view, const ConflictRecord& conflict, Reopening reopening) {
  ISNAD_ASSIGN_OR_RETURN(const std::set<std::string> before, CurrentFacts(view, conflict.id));
  std::set<std::string> after(conflict.facts.begin(), conflict.facts.end());
  if (after.size() < 2) after.clear();
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kConflictRows));
  Query insert = view.connection.Prepare(
      "INSERT INTO conflict(row, id, kind, explanation_en, explanation_ar, state, "
      "preferred_fact, resolution, recorded, resolved, version) VALUES (?, ?, ?, ?, ?, 1, '', '', "
      "?, ?, ?) ON CONFLICT(id) DO NOTHING");
  insert.Int(row).Text(conflict.id).Int(static_cast<int>(conflict.kind));
  insert.Text(conflict.explanation_en).Text(conflict.explanation_ar).Int(view.now);
  insert.Int(kUnknownTime).Int(view.now);
  ISNAD_ASSIGN_OR_RETURN(const int64_t inserted, insert.RunAndCount());
  const bool created = inserted > 0;
  if (!created && !after.empty()) {
    Query update = view.connection.Prepare(
        "UPDATE conflict SET explanation_en = ?, explanation_ar = ? WHERE id = ?");
    update.Text(conflict.explanation_en).Text(conflict.explanation_ar);
    ISNAD_RETURN_IF_ERROR(update.Text(conflict.id).Run());
  }
  ISNAD_RETURN_IF_ERROR(SetFacts(view, conflict.id, before, after));
  if (created || reopening == Reopening::kYes) {
    return BeginState(view, conflict.id, ConflictState::kOpen);
  }
  return absl::OkStatus();
}

absl::Status WriteResolution(View& view, const std::string& id, const std::string& preferred_fact,
                             const std::string& resolution) {
  Query update = view.connection.Prepare(
      "UPDATE conflict SET preferred_fact = ?, resolution = ?, resolved = ? WHERE id = ?");
  ISNAD_RETURN_IF_ERROR(update.Text(preferred_fact).Text(resolution).Int(view.now).Text(id).Run());
  return BeginState(view, id, ConflictState::kResolved);
}

}  // namespace isnad::facts::sql
