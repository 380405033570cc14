#include "services/facts/engines/sql/merge_rows.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

std::string ParentSql(const View& view) {
  return absl::StrCat("SELECT m.parent FROM merge m WHERE m.child = ? AND ", Live(view, "m"));
}

std::string ChildrenSql(const View& view) {
  return absl::StrCat("SELECT m.child FROM merge m WHERE m.parent = ? AND ", Live(view, "m"),
                      " ORDER BY m.child");
}

// With so few merges all are read at once: nearly all entities are merged with none, and looking
// each of hundreds up takes longer.
constexpr int kFewMerges = 32;

// Reads the links unless there are more.
absl::Status KnowFewLinks(View& view) {
  if (view.links.sought) return absl::OkStatus();
  view.links.sought = true;
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT m.child, m.parent, CASE WHEN ", Live(view, "m"),
                   " THEN 1 ELSE 0 END FROM (SELECT * FROM merge LIMIT ?) m ORDER BY m.child"));
  query.Int(kFewMerges + 1);
  MergeLinks few;
  int count = 0;
  while (query.Next()) {
    ++count;
    if (query.GetInt(2) == 0) continue;
    few.parent_of[query.GetText(0)] = query.GetText(1);
    few.children_of[query.GetText(1)].push_back(query.GetText(0));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  if (count > kFewMerges) return absl::OkStatus();
  few.sought = true;
  few.complete = true;
  view.links = std::move(few);
  return absl::OkStatus();
}

absl::StatusOr<std::string> ReadParent(View& view, const std::string& id) {
  ISNAD_RETURN_IF_ERROR(KnowFewLinks(view));
  const auto known = view.links.parent_of.find(id);
  if (known != view.links.parent_of.end()) return known->second;
  if (view.links.complete) return std::string();
  Query query = view.connection.Prepare(ParentSql(view));
  query.Text(id);
  std::string parent;
  if (query.Next()) parent = query.GetText(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return view.links.parent_of[id] = std::move(parent);
}

absl::StatusOr<std::vector<std::string>> ReadChildren(View& view, const std::string& id) {
  ISNAD_RETURN_IF_ERROR(KnowFewLinks(view));
  const auto known = view.links.children_of.find(id);
  if (known != view.links.children_of.end()) return known->second;
  if (view.links.complete) return std::vector<std::string>();
  Query query = view.connection.Prepare(ChildrenSql(view));
  query.Text(id);
  std::vector<std::string> children;
  while (query.Next()) children.push_back(query.GetText(0));
  ISNAD_RETURN_IF_ERROR(query.status());
  return view.links.children_of[id] = std::move(children);
}

}  // namespace

absl::Status KnowParents(View& view, const std::vector<std::string>& ids) {
  ISNAD_RETURN_IF_ERROR(KnowFewLinks(view));
  if (view.links.complete) return absl::OkStatus();
  std::vector<std::string> unknown;
  for (const std::string& id : ids) {
    if (view.links.parent_of.count(id) == 0) unknown.push_back(id);
  }
  return view.connection.ForEach(
      ParentSql(view), unknown.size(), [&](size_t i, Query& query) { query.Text(unknown[i]); },
      [&](size_t i, Query& query) {
        view.links.parent_of[unknown[i]] = query.Next() ? query.GetText(0) : "";
        return query.status();
      });
}

absl::Status KnowLinks(View& view, const std::vector<std::string>& ids) {
  ISNAD_RETURN_IF_ERROR(KnowParents(view, ids));
  if (view.links.complete) return absl::OkStatus();
  std::vector<std::string> unknown;
  for (const std::string& id : ids) {
    if (view.links.children_of.count(id) == 0) unknown.push_back(id);
  }
  return view.connection.ForEach(
      ChildrenSql(view), unknown.size(), [&](size_t i, Query& query) { query.Text(unknown[i]); },
      [&](size_t i, Query& query) {
        std::vector<std::string> children;
        while (query.Next()) children.push_back(query.GetText(0));
        view.links.children_of[unknown[i]] = std::move(children);
        return query.status();
      });
}

absl::StatusOr<std::string> ReadCanonical(View& view, const std::string& id) {
  std::string root = id;
  // Links never make a ring: only entities that are not merged can be linked, to other roots.
  while (true) {
    ISNAD_ASSIGN_OR_RETURN(std::string parent, ReadParent(view, root));
    if (parent.empty()) return root;
    root = std::move(parent);
  }
}

absl::StatusOr<std::vector<std::string>> ReadSameEntities(View& view, const std::string& id) {
  ISNAD_ASSIGN_OR_RETURN(const std::string root, ReadCanonical(view, id));
  std::vector<std::string> same = {root};
  for (size_t i = 0; i < same.size(); ++i) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> children, ReadChildren(view, same[i]));
    same.insert(same.end(), children.begin(), children.end());
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
  view.links = MergeLinks();
  Query query = view.connection.Prepare(
      absl::StrCat("INSERT INTO merge VALUES (?, ?, ?, '', ?, ", kForever, ")"));
  return query.Text(from).Text(to).Text(reason).Int(view.now).Run();
}

absl::Status EndLink(View& view, const std::string& from, const std::string& reason) {
  view.links = MergeLinks();
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
