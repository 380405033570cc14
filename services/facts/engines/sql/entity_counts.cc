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

}  // namespace

std::string FactCountSql(const View& view) {
  return absl::StrCat("(", SameSql(view), "SELECT COUNT(*) FROM fact f JOIN ", FactStates(view),
                      " n ON n.fact = f.row WHERE n.stands = 1 AND (f.subject_ref IN (SELECT 'e:' "
                      "|| id FROM same) OR f.object_ref IN (SELECT 'e:' || id FROM same)))");
}

std::string MentionCountSql(const View& view) {
  return absl::StrCat("(", SameSql(view),
                      "SELECT COALESCE(SUM(u.uses), 0) FROM same JOIN alias_use u ON u.entity = "
                      "same.id AND ",
                      Live(view, "u"), ")");
}

}  // namespace isnad::facts::sql
