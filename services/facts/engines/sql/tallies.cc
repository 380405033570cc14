#include "services/facts/engines/sql/tallies.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

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

absl::Status TallyFact(View& view, const KnownFact& fact, bool stands) {
  if (fact.stands == stands) return absl::OkStatus();
  // A fact counts once that has the entity at both ends.
  const bool two_ends = fact.object_entity != fact.subject_entity;
  for (const std::string& entity :
       {fact.subject_entity, two_ends ? fact.object_entity : std::string()}) {
    if (entity.empty()) continue;
    Query query = view.connection.Prepare(
        "INSERT INTO fact_tally VALUES (?, ?) ON CONFLICT(entity) DO UPDATE SET facts = "
        "fact_tally.facts + excluded.facts");
    ISNAD_RETURN_IF_ERROR(query.Text(entity).Int(stands ? 1 : -1).Run());
  }
  return absl::OkStatus();
}

}  // namespace isnad::facts::sql
