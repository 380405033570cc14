#include "services/facts/engines/sql/tallies.h"

#include "absl/strings/str_cat.h"

namespace isnad::facts::sql {

std::string UseCountSql(const View& view) {
  if (view.latest()) {
    return "COALESCE((SELECT t.uses FROM alias_tally t WHERE t.entity = a.entity AND t.surface = "
           "a.surface), 0)";
  }
  return absl::StrCat(
      "(SELECT COALESCE(SUM(u.uses), 0) FROM alias_use u WHERE u.entity = a.entity AND u.surface = "
      "a.surface AND ",
      Live(view, "u"), ")");
}

absl::Status TallyUses(View& view, const std::string& entity, const std::string& surface,
                       int64_t uses) {
  Query query = view.connection.Prepare(
      "INSERT INTO alias_tally VALUES (?, ?, ?) ON CONFLICT(entity, surface) DO UPDATE SET uses = "
      "alias_tally.uses + excluded.uses");
  return query.Text(entity).Text(surface).Int(uses).Run();
}

absl::Status UntallyUses(View& view, int64_t extraction) {
  Query query = view.connection.Prepare(absl::StrCat(
      "UPDATE alias_tally SET uses = uses - (SELECT SUM(u.uses) FROM alias_use u WHERE "
      "u.extraction = ?1 AND u.superseded = ",
      kForever,
      " AND u.entity = alias_tally.entity AND u.surface = alias_tally.surface) WHERE (entity, "
      "surface) IN (SELECT u.entity, u.surface FROM alias_use u WHERE u.extraction = ?1 AND "
      "u.superseded = ",
      kForever, ")"));
  return query.Int(extraction).Run();
}

absl::Status TallyFact(View& view, const std::string& key, bool stands) {
  // UNION counts a fact once that has the entity at both ends.
  Query query = view.connection.Prepare(
      "INSERT INTO fact_tally SELECT ends.entity, ?1 - ends.stood FROM (SELECT f.subject_entity AS "
      "entity, COALESCE(n.stands, 0) AS stood FROM fact f LEFT JOIN fact_now n ON n.fact = f.row "
      "WHERE f.key = ?2 UNION SELECT f.object_entity, COALESCE(n.stands, 0) FROM fact f LEFT JOIN "
      "fact_now n ON n.fact = f.row WHERE f.key = ?2) ends WHERE ends.entity <> '' AND ends.stood "
      "<> ?1 ON CONFLICT(entity) DO UPDATE SET facts = fact_tally.facts + excluded.facts");
  return query.Int(stands ? 1 : 0).Text(key).Run();
}

}  // namespace isnad::facts::sql
