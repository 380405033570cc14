#include "services/facts/engines/sql/entity_rows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/facts/engines/sql/entity_counts.h"
#include "services/facts/engines/sql/filter_sql.h"
#include "services/facts/engines/sql/keyset.h"
#include "services/facts/engines/sql/merge_rows.h"
#include "services/facts/engines/sql/prefix_range.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/facts/engines/sql/tallies.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

using ExternalIds = std::vector<std::pair<std::string, std::string>>;

// Schemes and identifiers hold neither tabs nor line ends.
std::string EncodeIds(const ExternalIds& ids) {
  return absl::StrJoin(ids, "\n", [](std::string* out, const auto& id) {
    absl::StrAppend(out, id.first, "\t", id.second);
  });
}

ExternalIds DecodeIds(const std::string& text) {
  ExternalIds ids;
  for (absl::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    ids.push_back(absl::StrSplit(line, absl::MaxSplits('\t', 1)));
  }
  return ids;
}

constexpr const char* kOwnColumns =
    "e.id, e.type, e.label_ar, e.label_en, e.entity_class, e.lexicon_key, e.external_ids, "
    "e.recorded, ";

std::string Columns(const View& view) {
  return absl::StrCat(kOwnColumns, FactCountSql(view), ", ", MentionCountSql(view));
}

EntityRecord FromRow(const Query& row) {
  EntityRecord entity;
  entity.id = row.GetText(0);
  entity.type = static_cast<int>(row.GetInt(1));
  entity.label_ar = row.GetText(2);
  entity.label_en = row.GetText(3);
  entity.entity_class = row.GetText(4);
  entity.lexicon_key = row.GetText(5);
  entity.external_ids = DecodeIds(row.GetText(6));
  entity.record_time = row.GetInt(7);
  entity.fact_count = row.GetInt(8);
  entity.mention_count = row.GetInt(9);
  return entity;
}

// Spellings of the entity and of what was merged into it, most used first.
absl::Status LoadAliases(View& view, EntityRecord* entity) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> same, ReadSameEntities(view, entity->id));
  const bool is_root = same.front() == entity->id;
  std::map<std::pair<std::string, std::string>, AliasRecord> aliases;
  for (const std::string& id : same) {
    if (!is_root && id != entity->id) continue;
    Query query = view.connection.Prepare(
        absl::StrCat("SELECT a.surface, a.folded_key, a.script, a.kind, ", UseCountSql(view),
                     " FROM alias a WHERE a.entity = ? AND ", Recorded(view, "a")));
    query.Text(id);
    while (query.Next()) {
      AliasRecord& alias = aliases[{query.GetText(1), query.GetText(0)}];
      alias.surface = query.GetText(0);
      alias.folded_key = query.GetText(1);
      alias.script = query.GetText(2);
      if (alias.mention_count == 0) alias.kind = static_cast<AliasKind>(query.GetInt(3));
      alias.mention_count += query.GetInt(4);
    }
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  for (auto& entry : aliases) entity->aliases.push_back(std::move(entry.second));
  std::stable_sort(
      entity->aliases.begin(), entity->aliases.end(),
      [](const AliasRecord& a, const AliasRecord& b) { return a.mention_count > b.mention_count; });
  return absl::OkStatus();
}

absl::Status Complete(View& view, Detail detail, EntityRecord* entity) {
  ISNAD_ASSIGN_OR_RETURN(const std::string root, ReadCanonical(view, entity->id));
  if (root != entity->id) entity->merged_into = root;
  ISNAD_ASSIGN_OR_RETURN(entity->not_same_as, ReadDistinct(view, entity->id));
  ISNAD_ASSIGN_OR_RETURN(const Micros linked, ReadLinkTime(view, entity->id));
  entity->version_time = std::max(entity->record_time, linked);
  return detail == Detail::kFull ? LoadAliases(view, entity) : absl::OkStatus();
}

Keyset::Column Column(const View& view, const OrderKey& key) {
  switch (key.field) {
    case OrderField::kFactCount:
      return {FactCountSql(view), Keyset::Type::kInteger, key.direction};
    case OrderField::kMentionCount:
      return {MentionCountSql(view), Keyset::Type::kInteger, key.direction};
    default:
      return {"e.id", Keyset::Type::kText, key.direction};
  }
}

struct Match {
  double score = 0;
  std::string alias;
  std::string key;
};

// The best match of each entity, before merges are followed.
using Matches = std::map<std::string, Match>;

void Offer(const std::string& id, const Match& match, Matches* matches) {
  Match& best = (*matches)[id];
  if (match.score > best.score) best = match;
}

double ScoreOf(AliasKind kind) {
  switch (kind) {
    case AliasKind::kShort:
      return 0.7;
    case AliasKind::kAcronym:
      return 0.9;
    default:
      return 1.0;
  }
}

constexpr double kPrefixFactor = 0.5;

absl::Status MatchKeys(View& view, const EntitySearch& search, Matches* matches) {
  for (const std::string& key : search.folded_keys) {
    Query query = view.connection.Prepare(
        absl::StrCat("SELECT a.entity, a.surface, a.kind FROM alias a WHERE a.folded_key = ? AND ",
                     Recorded(view, "a")));
    query.Text(key);
    while (query.Next()) {
      Offer(query.GetText(0),
            {ScoreOf(static_cast<AliasKind>(query.GetInt(2))), query.GetText(1), key}, matches);
    }
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  return absl::OkStatus();
}

absl::Status MatchPrefix(View& view, const EntitySearch& search, Matches* matches) {
  constexpr int kMostAliases = 2000;
  if (search.prefix.empty()) return absl::OkStatus();
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT a.entity, a.surface, a.kind FROM alias a WHERE a.folded_key >= ? AND "
                   "a.folded_key < ? AND ",
                   Recorded(view, "a"), " LIMIT ?"));
  query.Text(search.prefix).Text(AfterPrefix(search.prefix)).Int(kMostAliases);
  while (query.Next()) {
    Offer(query.GetText(0),
          {kPrefixFactor * ScoreOf(static_cast<AliasKind>(query.GetInt(2))), query.GetText(1), ""},
          matches);
  }
  return query.status();
}

}  // namespace

absl::StatusOr<EntityRecord> ReadEntity(View& view, const std::string& id, Detail detail) {
  if (detail == Detail::kNames) {
    const auto known = view.names.find(id);
    if (known != view.names.end()) return known->second;
  }
  // Counting takes as long as there are facts of the entity.
  const std::string columns =
      detail == Detail::kNames ? absl::StrCat(kOwnColumns, "0, 0") : Columns(view);
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT ", columns, " FROM entity e WHERE e.id = ? AND ", Recorded(view, "e")));
  query.Text(id);
  if (!query.Next()) {
    ISNAD_RETURN_IF_ERROR(query.status());
    return absl::NotFoundError(absl::StrCat("no entity ", id));
  }
  EntityRecord entity = FromRow(query);
  if (detail == Detail::kNames) return view.names[id] = std::move(entity);
  ISNAD_RETURN_IF_ERROR(Complete(view, detail, &entity));
  return entity;
}

absl::StatusOr<Page<EntityRecord>> ReadEntities(View& view, const PageQuery& page_query,
                                                Detail detail) {
  ISNAD_ASSIGN_OR_RETURN(SqlFragment where,
                         CompileFilter(view, FilterTable::kEntities, page_query.filter));
  where.sql = absl::StrCat("(", where.sql, ") AND ", Recorded(view, "e"),
                           " AND NOT EXISTS (SELECT 1 FROM merge m WHERE m.child = e.id AND ",
                           Live(view, "m"), ")");
  std::vector<Keyset::Column> columns;
  for (const OrderKey& key : page_query.order) columns.push_back(Column(view, key));
  columns.push_back({"e.id", Keyset::Type::kText, Direction::kAscending});
  ISNAD_ASSIGN_OR_RETURN(
      Page<EntityRecord> page,
      ReadPage<EntityRecord>(
          view, Columns(view), " FROM entity e ", where, Keyset(columns), page_query,
          [](const Query& row) -> absl::StatusOr<EntityRecord> { return FromRow(row); }));
  for (EntityRecord& entity : page.rows) {
    ISNAD_RETURN_IF_ERROR(Complete(view, detail, &entity));
  }
  return page;
}

absl::StatusOr<std::vector<EntityMatchRecord>> FindEntities(View& view,
                                                            const EntitySearch& search) {
  Matches matches;
  ISNAD_RETURN_IF_ERROR(MatchKeys(view, search, &matches));
  ISNAD_RETURN_IF_ERROR(MatchPrefix(view, search, &matches));
  if (!search.lexicon_key.empty()) {
    ISNAD_ASSIGN_OR_RETURN(absl::optional<std::string> id,
                           ReadByLexiconKey(view, search.lexicon_key));
    // Above every spelling, so that it comes first; shown as 1.
    if (id.has_value()) Offer(*id, {2.0, "", ""}, &matches);
  }
  for (const FoundEntity& found : search.found) {
    Offer(found.entity, {found.score, found.matched_alias, found.matched_key}, &matches);
  }
  Matches roots;
  for (const auto& match : matches) {
    ISNAD_ASSIGN_OR_RETURN(const std::string root, ReadCanonical(view, match.first));
    Offer(root, match.second, &roots);
  }
  std::vector<EntityMatchRecord> found;
  for (const auto& match : roots) {
    absl::StatusOr<EntityRecord> entity = ReadEntity(view, match.first, Detail::kBasic);
    if (absl::IsNotFound(entity.status())) continue;
    ISNAD_RETURN_IF_ERROR(entity.status());
    if (search.type != 0 && entity->type != search.type) continue;
    found.push_back({*std::move(entity), match.second.score, match.second.alias, match.second.key});
  }
  std::sort(found.begin(), found.end(), [](const EntityMatchRecord& a, const EntityMatchRecord& b) {
    return std::make_tuple(-a.score, -a.entity.mention_count, a.entity.id) <
           std::make_tuple(-b.score, -b.entity.mention_count, b.entity.id);
  });
  const size_t begin = std::min<size_t>(found.size(), search.offset);
  const size_t end = std::min<size_t>(found.size(), begin + search.limit);
  std::vector<EntityMatchRecord> page(found.begin() + begin, found.begin() + end);
  for (EntityMatchRecord& match : page) {
    match.score = std::min(match.score, 1.0);
    ISNAD_RETURN_IF_ERROR(LoadAliases(view, &match.entity));
  }
  return page;
}

absl::StatusOr<std::vector<AliasCandidate>> ReadAliasesByMatchKey(
    View& view, const std::vector<std::string>& match_keys, int type, int limit) {
  std::vector<AliasCandidate> candidates;
  ISNAD_RETURN_IF_ERROR(view.connection.ForEach(
      absl::StrCat("SELECT m.entity, m.type, m.surface, m.kind FROM alias_match m WHERE "
                   "m.match_key = ?1 AND (?2 = 0 OR m.type = ?2) AND ",
                   Recorded(view, "m"), " ORDER BY m.entity_row, m.surface LIMIT ", limit),
      match_keys.size(), [&](size_t i, Query& query) { query.Text(match_keys[i]).Int(type); },
      [&](size_t i, Query& query) {
        while (query.Next()) {
          candidates.push_back({query.GetText(0), static_cast<int>(query.GetInt(1)),
                                query.GetText(2), static_cast<AliasKind>(query.GetInt(3)),
                                match_keys[i]});
        }
        return query.status();
      }));
  return candidates;
}

namespace {

constexpr const char* kExistsSql = "SELECT 1 FROM entity WHERE id = ?";

std::string LexiconKeySql(const View& view) {
  return absl::StrCat(
      "SELECT e.id FROM entity e WHERE e.lexicon_key = ? AND e.lexicon_key <> '' AND ",
      Recorded(view, "e"), " ORDER BY e.row LIMIT 1");
}

std::string FullNameSql(const View& view) {
  return absl::StrCat(
      "SELECT e.id FROM alias a JOIN entity e ON e.id = a.entity WHERE a.folded_key = ? "
      "AND a.kind <> ",
      static_cast<int>(AliasKind::kShort), " AND e.type = ? AND ", Recorded(view, "a"),
      " GROUP BY e.id, e.row ORDER BY e.row");
}

RepeatedQuery LexiconKeys(View& view, const std::set<std::string>& wanted) {
  const std::vector<std::string> keys(wanted.begin(), wanted.end());
  return {LexiconKeySql(view), keys.size(), [keys](size_t i, Query& query) { query.Text(keys[i]); },
          [keys, &view](size_t i, Query& query) {
            view.entities.by_lexicon_key[keys[i]] = query.Next() ? query.GetText(0) : "";
            return query.status();
          }};
}

RepeatedQuery FullNames(View& view, const std::set<std::pair<std::string, int>>& wanted) {
  const std::vector<std::pair<std::string, int>> keys(wanted.begin(), wanted.end());
  return {FullNameSql(view), keys.size(),
          [keys](size_t i, Query& query) { query.Text(keys[i].first).Int(keys[i].second); },
          [keys, &view](size_t i, Query& query) {
            std::vector<std::string>& ids = view.entities.by_full_name[keys[i]];
            while (query.Next()) ids.push_back(query.GetText(0));
            return query.status();
          }};
}

RepeatedQuery Spellings(View& view, const std::set<std::pair<std::string, std::string>>& wanted) {
  const std::vector<std::pair<std::string, std::string>> keys(wanted.begin(), wanted.end());
  return {"SELECT entity FROM alias WHERE folded_key = ? AND surface = ?", keys.size(),
          [keys](size_t i, Query& query) { query.Text(keys[i].first).Text(keys[i].second); },
          [keys, &view](size_t i, Query& query) {
            std::set<std::string>& entities = view.entities.by_spelling[keys[i]];
            while (query.Next()) entities.insert(query.GetText(0));
            return query.status();
          }};
}

RepeatedQuery WhichExist(View& view, const std::set<std::string>& wanted) {
  const std::vector<std::string> ids(wanted.begin(), wanted.end());
  return {kExistsSql, ids.size(), [ids](size_t i, Query& query) { query.Text(ids[i]); },
          [ids, &view](size_t i, Query& query) {
            view.entities.exists[ids[i]] = query.Next();
            return query.status();
          }};
}

absl::Status KnowRows(View& view, const std::vector<std::string>& ids) {
  return view.connection.ForEach(
      absl::StrCat("SELECT ", kOwnColumns, "0, 0 FROM entity e WHERE e.id = ? AND ",
                   Recorded(view, "e")),
      ids.size(), [&](size_t i, Query& query) { query.Text(ids[i]); },
      [&](size_t i, Query& query) {
        if (query.Next()) view.names[ids[i]] = FromRow(query);
        return query.status();
      });
}

// Whether the stored entity lacks something that `entity` has.
bool Completes(const EntityRecord& entity, const EntityRecord& stored) {
  return (stored.label_ar.empty() && !entity.label_ar.empty()) ||
         (stored.label_en.empty() && !entity.label_en.empty()) ||
         (stored.entity_class.empty() && !entity.entity_class.empty()) ||
         (stored.lexicon_key.empty() && !entity.lexicon_key.empty()) ||
         (stored.external_ids.empty() && !entity.external_ids.empty());
}

}  // namespace

absl::Status KnowEntities(View& view, const std::vector<EntityRecord>& entities) {
  std::set<std::string> ids_to_take;
  std::set<std::string> lexicon_keys;
  std::set<std::pair<std::string, int>> full_names;
  std::set<std::pair<std::string, std::string>> spellings;
  for (const EntityRecord& entity : entities) {
    if (!entity.id.empty()) ids_to_take.insert(entity.id);
    if (!entity.lexicon_key.empty()) lexicon_keys.insert(entity.lexicon_key);
    for (const AliasRecord& alias : entity.aliases) {
      spellings.insert({alias.folded_key, alias.surface});
      if (alias.kind == AliasKind::kShort || alias.folded_key.empty()) continue;
      // Those that the lexicon knows are found by their keys.
      if (entity.lexicon_key.empty()) full_names.insert({alias.folded_key, entity.type});
    }
  }
  ISNAD_RETURN_IF_ERROR(
      view.connection.ForEachOf({WhichExist(view, ids_to_take), LexiconKeys(view, lexicon_keys),
                                 FullNames(view, full_names), Spellings(view, spellings)}));
  std::set<std::string> found;
  for (const auto& [key, id] : view.entities.by_lexicon_key) found.insert(id);
  for (const auto& [key, ids] : view.entities.by_full_name) {
    if (!ids.empty()) found.insert(ids.front());
  }
  found.erase("");
  const std::vector<std::string> ids(found.begin(), found.end());
  ISNAD_RETURN_IF_ERROR(KnowRows(view, ids));
  return KnowLinks(view, ids);
}

absl::Status KnowNames(View& view, const std::vector<std::string>& ids) {
  ISNAD_RETURN_IF_ERROR(KnowParents(view, ids));
  std::set<std::string> unknown;
  for (const std::string& id : ids) {
    ISNAD_ASSIGN_OR_RETURN(std::string root, ReadCanonical(view, id));
    if (view.names.count(root) == 0) unknown.insert(std::move(root));
  }
  return KnowRows(view, {unknown.begin(), unknown.end()});
}

absl::StatusOr<absl::optional<std::string>> ReadByLexiconKey(View& view, const std::string& key) {
  const auto known = view.entities.by_lexicon_key.find(key);
  if (known != view.entities.by_lexicon_key.end()) {
    return known->second.empty() ? absl::optional<std::string>() : known->second;
  }
  Query query = view.connection.Prepare(LexiconKeySql(view));
  query.Text(key);
  absl::optional<std::string> id;
  if (query.Next()) id = query.GetText(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return id;
}

absl::StatusOr<std::vector<std::string>> ReadByFullName(View& view, const std::string& folded_key,
                                                        int type) {
  const auto known = view.entities.by_full_name.find({folded_key, type});
  if (known != view.entities.by_full_name.end()) return known->second;
  Query query = view.connection.Prepare(FullNameSql(view));
  query.Text(folded_key).Int(type);
  std::vector<std::string> ids;
  while (query.Next()) ids.push_back(query.GetText(0));
  ISNAD_RETURN_IF_ERROR(query.status());
  return ids;
}

absl::StatusOr<bool> ReadEntityExists(View& view, const std::string& id) {
  const auto known = view.entities.exists.find(id);
  if (known != view.entities.exists.end()) return known->second;
  Query query = view.connection.Prepare(kExistsSql);
  query.Text(id);
  const bool exists = query.Next();
  ISNAD_RETURN_IF_ERROR(query.status());
  return exists;
}

absl::Status WriteEntity(View& view, const EntityRecord& entity) {
  view.entities.by_lexicon_key.erase(entity.lexicon_key);
  view.entities.exists[entity.id] = true;
  EntityRecord& names = view.names[entity.id] = entity;
  names.aliases.clear();
  names.record_time = view.now;
  // Nobody was merged with it yet.
  view.links.parent_of[entity.id] = "";
  view.links.children_of[entity.id] = {};
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kEntityRows));
  Query query = view.connection.Prepare(
      "INSERT INTO entity(row, id, type, label_ar, label_en, entity_class, lexicon_key, "
      "external_ids, "
      "recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  query.Int(row).Text(entity.id).Int(entity.type).Text(entity.label_ar).Text(entity.label_en);
  query.Text(entity.entity_class).Text(entity.lexicon_key).Text(EncodeIds(entity.external_ids));
  return query.Int(view.now).Run();
}

absl::Status CompleteEntityRow(View& view, const EntityRecord& entity) {
  const auto known = view.names.find(entity.id);
  if (known != view.names.end()) {
    if (!Completes(entity, known->second)) return absl::OkStatus();
    view.names.erase(known);
  }
  view.entities.by_lexicon_key.erase(entity.lexicon_key);
  Query query = view.connection.Prepare(
      "UPDATE entity SET label_ar = CASE WHEN label_ar = '' THEN ?1 ELSE label_ar END, "
      "label_en = CASE WHEN label_en = '' THEN ?2 ELSE label_en END, "
      "entity_class = CASE WHEN entity_class = '' THEN ?3 ELSE entity_class END, "
      "lexicon_key = CASE WHEN lexicon_key = '' THEN ?4 ELSE lexicon_key END, "
      "external_ids = CASE WHEN external_ids = '' THEN ?5 ELSE external_ids END "
      "WHERE id = ?6 AND ((label_ar = '' AND ?1 <> '') OR (label_en = '' AND ?2 <> '') OR "
      "(entity_class = '' AND ?3 <> '') OR (lexicon_key = '' AND ?4 <> '') OR "
      "(external_ids = '' AND ?5 <> ''))");
  query.Text(entity.label_ar).Text(entity.label_en).Text(entity.entity_class);
  query.Text(entity.lexicon_key).Text(EncodeIds(entity.external_ids)).Text(entity.id);
  return query.Run();
}

namespace {

absl::Status WriteMatchKey(View& view, const std::string& match_key, const std::string& entity,
                           const AliasRecord& alias) {
  Query insert = view.connection.Prepare(
      "INSERT INTO alias_match SELECT ?, e.row, ?, e.id, e.type, ?, ? FROM entity e WHERE e.id = ? "
      "ON CONFLICT DO NOTHING");
  insert.Text(match_key).Text(alias.surface).Int(static_cast<int>(alias.kind)).Int(view.now);
  return insert.Text(entity).Run();
}

// Whether the entity did not have that spelling before.
absl::StatusOr<bool> WriteAlias(View& view, const std::string& entity, const AliasRecord& alias) {
  const auto known = view.entities.by_spelling.find({alias.folded_key, alias.surface});
  const bool is_known = known != view.entities.by_spelling.end();
  if (is_known && !known->second.insert(entity).second) return false;
  Query insert =
      view.connection.Prepare("INSERT INTO alias VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  insert.Text(alias.folded_key).Text(entity).Text(alias.surface).Text(alias.script);
  insert.Int(static_cast<int>(alias.kind)).Int(view.now);
  // It may be the full name of one more entity now.
  auto& by_full_name = view.entities.by_full_name;
  by_full_name.erase(by_full_name.lower_bound({alias.folded_key, 0}),
                     by_full_name.upper_bound({alias.folded_key, std::numeric_limits<int>::max()}));
  if (is_known) {
    ISNAD_RETURN_IF_ERROR(insert.Run());
    return true;
  }
  ISNAD_ASSIGN_OR_RETURN(const int64_t inserted, insert.RunAndCount());
  return inserted > 0;
}

}  // namespace

absl::Status WriteAliases(View& view, const std::string& entity, int64_t extraction,
                          const std::vector<AliasRecord>& aliases) {
  for (const AliasRecord& alias : aliases) {
    ISNAD_ASSIGN_OR_RETURN(const bool is_new, WriteAlias(view, entity, alias));
    if (is_new) {
      for (const std::string& key : alias.match_keys) {
        ISNAD_RETURN_IF_ERROR(WriteMatchKey(view, key, entity, alias));
      }
    }
    if (alias.mention_count == 0) continue;
    Query use = view.connection.Prepare(absl::StrCat(
        "INSERT INTO alias_use VALUES (?, ?, ?, ?, ?, ", kForever,
        ") ON CONFLICT(entity, extraction, surface) DO UPDATE SET uses = alias_use.uses + "
        "excluded.uses"));
    use.Text(entity).Int(extraction).Text(alias.surface).Int(alias.mention_count);
    ISNAD_RETURN_IF_ERROR(use.Int(view.now).Run());
    ISNAD_RETURN_IF_ERROR(TallyUses(view, entity, alias.surface, alias.mention_count));
  }
  return absl::OkStatus();
}

}  // namespace isnad::facts::sql
