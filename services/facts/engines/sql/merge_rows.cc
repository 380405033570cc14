#include "services/facts/engines/sql/merge_rows.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

absl::Status LoadLinks(View& view) {
  if (view.links.has_value()) return absl::OkStatus();
  MergeLinks links;
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT m.child, m.parent FROM merge m WHERE ", Live(view, "m")));
  while (query.Next()) {
    links.parent_of[query.GetText(0)] = query.GetText(1);
    links.children_of[query.GetText(1)].push_back(query.GetText(0));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  view.links = std::move(links);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> ReadCanonical(View& view, const std::string& id) {
  ISNAD_RETURN_IF_ERROR(LoadLinks(view));
  std::string root = id;
  // Links never make a ring: only entities that are not merged can be linked, to other roots.
  for (auto link = view.links->parent_of.find(root); link != view.links->parent_of.end();
       link = view.links->parent_of.find(root)) {
    root = link->second;
  }
  return root;
}

absl::StatusOr<std::vector<std::string>> ReadSameEntities(View& view, const std::string& id) {
  ISNAD_ASSIGN_OR_RETURN(const std::string root, ReadCanonical(view, id));
  std::vector<std::string> same = {root};
  for (size_t i = 0; i < same.size(); ++i) {
    const auto children = view.links->children_of.find(same[i]);
    if (children == view.links->children_of.end()) continue;
    const std::vector<std::string> found = children->second;
    same.insert(same.end(), found.begin(), found.end());
  }
  return same;
}

absl::StatusOr<std::vector<std::string>> ReadDistinct(View& view, const std::string& id) {
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT p.other FROM distinct_pair p WHERE p.one = ?1 AND ", Recorded(view, "p"),
                   " UNION SELECT p.one FROM distinct_pair p WHERE p.other = ?1 AND ",
                   Recorded(view, "p"), " ORDER BY 1"));
  query.Text(id);
  std::vector<std::string> distinct;
  while (query.Next()) distinct.push_back(query.GetText(0));
  ISNAD_RETURN_IF_ERROR(query.status());
  return distinct;
}

absl::Status WriteLink(View& view, const std::string& from, const std::string& to,
                       const std::string& reason) {
  view.links.reset();
  Query query = view.connection.Prepare(
      absl::StrCat("INSERT INTO merge VALUES (?, ?, ?, '', ?, ", kForever, ")"));
  return query.Text(from).Text(to).Text(reason).Int(view.now).Run();
}

absl::Status EndLink(View& view, const std::string& from, const std::string& reason) {
  view.links.reset();
  Query query = view.connection.Prepare(absl::StrCat(
      "UPDATE merge SET superseded = ?, end_reason = ? WHERE child = ? AND superseded = ",
      kForever));
  return query.Int(view.now).Text(reason).Text(from).Run();
}

absl::Status WriteDistinct(View& view, const std::string& one, const std::string& other) {
  Query query =
      view.connection.Prepare("INSERT INTO distinct_pair VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  return query.Text(std::min(one, other)).Text(std::max(one, other)).Int(view.now).Run();
}

absl::StatusOr<Micros> ReadLinkTime(View& view, const std::string& id) {
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT MAX(t) FROM (SELECT MAX(recorded) AS t FROM merge WHERE (child = ?1 OR "
                   "parent = ?1) AND recorded <= ?2 UNION ALL SELECT MAX(superseded) FROM merge "
                   "WHERE (child = ?1 OR parent = ?1) AND superseded <= ?2 UNION ALL SELECT "
                   "MAX(recorded) FROM distinct_pair WHERE (one = ?1 OR other = ?1) AND "
                   "recorded <= ?2) changes"));
  query.Text(id).Int(view.time);
  Micros time = 0;
  if (query.Next()) time = query.GetInt(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return time;
}

}  // namespace isnad::facts::sql
