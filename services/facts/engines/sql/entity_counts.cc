#include "services/facts/engines/sql/entity_counts.h"

#include "absl/strings/str_cat.h"

namespace isnad::facts::sql {
namespace {

// Ids of the entity `e` and of all that lead to it.
std::string SameSql(const View& view) {
  return absl::StrCat(
      "WITH RECURSIVE same(id) AS (SELECT e.id UNION SELECT m.child FROM same JOIN merge m ON "
      "m.parent = same.id AND ",
      Live(view, "m"), ") ");
}

// The facts of the entity `e` and of all that lead to it, counted one by one.
std::string CountedSql(const View& view) {
  // Two lookups by index rather than one condition with OR, which databases answer by reading all
  // facts. UNION counts a fact once that has the entity at both ends.
  return absl::StrCat("(", SameSql(view),
                      "SELECT COUNT(*) FROM (SELECT f.row FROM same JOIN fact f ON f.subject_ref = "
                      "'e:' || same.id UNION SELECT f.row FROM same JOIN fact f ON f.object_ref = "
                      "'e:' || same.id) of_entity JOIN ",
                      FactStates(view), " n ON n.fact = of_entity.row WHERE n.stands = 1)");
}

// Whether others were merged into the entity `e`: mostly none, which spares following merges.
std::string HasMergedSql(const View& view) {
  return absl::StrCat("EXISTS (SELECT 1 FROM merge m WHERE m.parent = e.id AND ", Live(view, "m"),
                      ")");
}

}  // namespace

std::string FactCountSql(const View& view) {
  const std::string counted = CountedSql(view);
  if (!view.latest()) return counted;
  // A fact between entities that were merged counts once, so their totals do not add up.
  return absl::StrCat("(CASE WHEN ", HasMergedSql(view), " THEN ", counted,
                      " ELSE COALESCE((SELECT t.facts FROM fact_tally t WHERE t.entity = e.id), 0) "
                      "END)");
}

std::string MentionCountSql(const View& view) {
  if (view.latest()) {
    return absl::StrCat("(CASE WHEN ", HasMergedSql(view), " THEN (", SameSql(view),
                        "SELECT COALESCE(SUM(t.uses), 0) FROM same JOIN alias_tally t ON t.entity "
                        "= same.id) ELSE (SELECT COALESCE(SUM(t.uses), 0) FROM alias_tally t WHERE "
                        "t.entity = e.id) END)");
  }
  return absl::StrCat("(", SameSql(view),
                      "SELECT COALESCE(SUM(u.uses), 0) FROM same JOIN alias_use u ON u.entity = "
                      "same.id AND ",
                      Live(view, "u"), ")");
}

}  // namespace isnad::facts::sql
