#include "services/facts/engines/sql/conflict_rows.h"

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/fact_lookups.h"
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

absl::StatusOr<int64_t> ReadConflictRow(View& view, const std::string& id) {
  Query query = view.connection.Prepare("SELECT row FROM conflict WHERE id = ?");
  query.Text(id);
  int64_t row = 0;
  if (query.Next()) row = query.GetInt(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return row;
}

// Stores the conflict, without facts and open; returns its row.
absl::StatusOr<int64_t> InsertConflict(View& view, const std::string& id, ConflictKind kind) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kConflictRows));
  Query conflict = view.connection.Prepare(
      "INSERT INTO conflict(row, id, kind, explanation_en, explanation_ar, state, preferred_fact, "
      "resolution, recorded, resolved, version) VALUES (?, ?, ?, '', '', 1, '', '', ?, ?, ?)");
  conflict.Int(row).Text(id).Int(static_cast<int>(kind)).Int(view.now).Int(kUnknownTime);
  ISNAD_RETURN_IF_ERROR(conflict.Int(view.now).Run());
  Query state = view.connection.Prepare(absl::StrCat(
      "INSERT INTO conflict_state(conflict, state, recorded, superseded) VALUES (?, ?, ?, ",
      kForever, ")"));
  state.Int(row).Int(static_cast<int>(ConflictState::kOpen));
  ISNAD_RETURN_IF_ERROR(state.Int(view.now).Run());
  return row;
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

absl::StatusOr<std::vector<std::vector<std::string>>> ReadConflictsOf(
    View& view, const std::vector<std::string>& facts) {
  std::vector<std::vector<std::string>> ids(facts.size());
  const std::string sql = absl::StrCat(
      "SELECT c.id FROM fact f JOIN conflict_fact m ON m.fact = f.row AND ", Live(view, "m"),
      " JOIN conflict c ON c.row = m.conflict WHERE f.key = ? ORDER BY c.id");
  ISNAD_RETURN_IF_ERROR(view.connection.ForEach(
      sql, facts.size(), [&](size_t i, Query& query) { query.Text(facts[i]); },
      [&](size_t i, Query& query) {
        while (query.Next()) ids[i].push_back(query.GetText(0));
        return query.status();
      }));
  return ids;
}

absl::StatusOr<std::vector<absl::optional<ConflictRecord>>> ReadConflictHeads(
    View& view, const std::vector<std::string>& ids) {
  std::vector<absl::optional<ConflictRecord>> heads(ids.size());
  ISNAD_RETURN_IF_ERROR(view.connection.ForEach(
      absl::StrCat("SELECT ", kColumns, FromConflicts(view), "WHERE c.id = ?"), ids.size(),
      [&](size_t i, Query& query) { query.Text(ids[i]); },
      [&](size_t i, Query& query) {
        if (query.Next()) heads[i] = FromRow(query);
        return query.status();
      }));
  return heads;
}

absl::StatusOr<std::vector<std::string>> ReadConflictMembers(View& view, const std::string& id,
                                                             int limit) {
  Query query = view.connection.Prepare(absl::StrCat(
      "SELECT f.key FROM conflict_fact m JOIN fact f ON f.row = m.fact WHERE m.conflict = (SELECT "
      "row FROM conflict WHERE id = ?) AND ",
      Live(view, "m"), " ORDER BY m.fact LIMIT ?"));
  query.Text(id).Int(limit);
  std::vector<std::string> keys;
  while (query.Next()) keys.push_back(query.GetText(0));
  ISNAD_RETURN_IF_ERROR(query.status());
  return keys;
}

absl::Status WriteConflictChange(View& view, const std::string& id, ConflictKind kind,
                                 const std::vector<std::string>& joining,
                                 const std::vector<std::string>& leaving) {
  ISNAD_ASSIGN_OR_RETURN(int64_t row, ReadConflictRow(view, id));
  if (row == 0) {
    ISNAD_ASSIGN_OR_RETURN(row, InsertConflict(view, id, kind));
  } else {
    Query version = view.connection.Prepare("UPDATE conflict SET version = ? WHERE row = ?");
    ISNAD_RETURN_IF_ERROR(version.Int(view.now).Int(row).Run());
  }
  for (const std::string& key : leaving) {
    ISNAD_ASSIGN_OR_RETURN(const KnownFact* const fact, KnowFact(view, key));
    Query end = view.connection.Prepare(
        absl::StrCat("UPDATE conflict_fact SET superseded = ? WHERE superseded = ", kForever,
                     " AND conflict = ? AND fact = ?"));
    ISNAD_RETURN_IF_ERROR(end.Int(view.now).Int(row).Int(fact->row).Run());
  }
  for (const std::string& key : joining) {
    ISNAD_ASSIGN_OR_RETURN(const KnownFact* const fact, KnowFact(view, key));
    // It may have left in this very transaction.
    Query begin = view.connection.Prepare(
        absl::StrCat("INSERT INTO conflict_fact(conflict, fact, recorded, superseded) VALUES (?, "
                     "?, ?, ",
                     kForever,
                     ") ON CONFLICT(conflict, fact, recorded) DO UPDATE SET superseded = "
                     "excluded.superseded"));
    ISNAD_RETURN_IF_ERROR(begin.Int(row).Int(fact->row).Int(view.now).Run());
  }
  return absl::OkStatus();
}

absl::Status WriteExplanation(View& view, const std::string& id, const std::string& english,
                              const std::string& arabic) {
  Query update = view.connection.Prepare(
      "UPDATE conflict SET explanation_en = ?, explanation_ar = ? WHERE id = ?");
  return update.Text(english).Text(arabic).Text(id).Run();
}

absl::Status WriteReopening(View& view, const std::string& id) {
  return BeginState(view, id, ConflictState::kOpen);
}

absl::Status WriteResolution(View& view, const std::string& id, const std::string& preferred_fact,
                             const std::string& resolution) {
  Query update = view.connection.Prepare(
      "UPDATE conflict SET preferred_fact = ?, resolution = ?, resolved = ? WHERE id = ?");
  ISNAD_RETURN_IF_ERROR(update.Text(preferred_fact).Text(resolution).Int(view.now).Text(id).Run());
  return BeginState(view, id, ConflictState::kResolved);
}

}  // namespace isnad::facts::sql
