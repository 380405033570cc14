#include "services/facts/engines/sql/stats_rows.h"

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

absl::StatusOr<int64_t> ReadNumber(Connection& connection, const std::string& sql) {
  Query query = connection.Prepare(sql);
  int64_t number = 0;
  if (query.Next()) number = query.GetInt(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return number;
}

}  // namespace

absl::StatusOr<StoreStats> ReadStats(View& view) {
  StoreStats stats;
  Connection& connection = view.connection;
  const std::string facts =
      absl::StrCat("FROM fact f JOIN ", FactStates(view), " s ON s.fact = f.row AND s.stands = 1 ");
  ISNAD_ASSIGN_OR_RETURN(
      stats.documents,
      ReadNumber(connection, absl::StrCat("SELECT COUNT(*) FROM document_state s WHERE s.state = 1 "
                                          "AND ",
                                          Live(view, "s"))));
  ISNAD_ASSIGN_OR_RETURN(stats.facts, ReadNumber(connection, "SELECT COUNT(*) " + facts));
  ISNAD_ASSIGN_OR_RETURN(
      stats.entities,
      ReadNumber(connection,
                 absl::StrCat("SELECT COUNT(*) FROM entity e WHERE ", Recorded(view, "e"),
                              " AND NOT EXISTS (SELECT 1 FROM merge m WHERE m.child = e.id AND ",
                              Live(view, "m"), ")")));
  ISNAD_ASSIGN_OR_RETURN(
      stats.evidence, ReadNumber(connection, absl::StrCat("SELECT COUNT(*) FROM evidence e WHERE ",
                                                          Live(view, "e"))));
  ISNAD_ASSIGN_OR_RETURN(
      stats.passages, ReadNumber(connection, absl::StrCat("SELECT COUNT(*) FROM passage p WHERE ",
                                                          Live(view, "p"))));
  ISNAD_ASSIGN_OR_RETURN(
      stats.open_conflicts,
      ReadNumber(connection,
                 absl::StrCat("SELECT COUNT(*) FROM conflict_state s WHERE s.state = 1 AND ",
                              Live(view, "s"), " AND EXISTS (SELECT 1 FROM conflict_fact m WHERE ",
                              "m.conflict = s.conflict AND ", Live(view, "m"), ")")));
  Query types = connection.Prepare(
      absl::StrCat("SELECT f.type, COUNT(*) ", facts, "GROUP BY f.type ORDER BY f.type"));
  while (types.Next()) stats.facts_by_type.emplace_back(types.GetText(0), types.GetInt(1));
  ISNAD_RETURN_IF_ERROR(types.status());
  ISNAD_ASSIGN_OR_RETURN(stats.bytes, ReadNumber(connection, view.dialect.SizeQuery()));
  return stats;
}

absl::StatusOr<absl::optional<ServedRequest>> ReadRequest(View& view, const std::string& id) {
  Query query =
      view.connection.Prepare("SELECT body_hash, recorded FROM served_request WHERE id = ?");
  query.Text(id);
  absl::optional<ServedRequest> request;
  if (query.Next()) request = ServedRequest{query.GetText(0), query.GetInt(1)};
  ISNAD_RETURN_IF_ERROR(query.status());
  return request;
}

absl::Status WriteRequest(View& view, const std::string& id, const std::string& body_hash) {
  Query query = view.connection.Prepare("INSERT INTO served_request VALUES (?, ?, ?)");
  return query.Text(id).Text(body_hash).Int(view.now).Run();
}

absl::StatusOr<Micros> ReadClock(Connection& connection) {
  return ReadNumber(connection, "SELECT last FROM store_clock");
}

absl::Status WriteClock(Connection& connection, Micros time) {
  Query query = connection.Prepare("UPDATE store_clock SET last = ?");
  return query.Int(time).Run();
}

}  // namespace isnad::facts::sql
