#include "services/facts/engines/sql/fact_rows.h"

#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/entity_rows.h"
#include "services/facts/engines/sql/fact_lookups.h"
#include "services/facts/engines/sql/listing.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/facts/engines/sql/tallies.h"
#include "services/facts/store/claim_codec.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

FactIdentity IdentityFromRow(const Query& row) {
  FactIdentity identity;
  identity.key = row.GetText(1);
  identity.type = row.GetText(2);
  identity.subject_entity = row.GetText(3);
  identity.object_entity = row.GetText(4);
  identity.subject_ref = row.GetText(5);
  identity.object_ref = row.GetText(6);
  identity.polarity = static_cast<Polarity>(row.GetInt(7));
  identity.modality = static_cast<Modality>(row.GetInt(8));
  if (row.GetInt(9) != 0) {
    identity.figure = Figure{row.GetReal(10), row.GetReal(11),
                             static_cast<FigureBound>(row.GetInt(12)), row.GetText(13)};
  }
  return identity;
}

// Of the fact with the row `row`, an expression.
std::string ConflictsSql(const View& view, absl::string_view row) {
  return absl::StrCat(
      "SELECT c.id FROM conflict_fact m JOIN conflict c ON c.row = m.conflict JOIN conflict_state "
      "s ON s.conflict = c.row AND ",
      Live(view, "s"), " WHERE m.fact = ", row, " AND ", Live(view, "m"),
      " AND s.state = ", static_cast<int>(ConflictState::kOpen), " ORDER BY c.id");
}

absl::Status LoadConflicts(View& view, FactRecord* fact) {
  Query query = view.connection.Prepare(ConflictsSql(view, kRowOfKey));
  query.Text(fact->identity.key);
  while (query.Next()) fact->conflicts.push_back(query.GetText(0));
  return query.status();
}

}  // namespace

std::string SelectFacts(const View& view, absl::string_view condition) {
  const std::string select = absl::StrCat("SELECT ", kFactColumns, " FROM fact f JOIN ");
  if (view.latest()) {
    return absl::StrCat(select, "fact_now s ON s.fact = f.row WHERE ", condition);
  }
  const std::string begun = absl::StrCat("recorded <= ", view.time);
  return absl::StrCat(
      select, "fact_now s ON s.fact = f.row AND s.", begun, " WHERE ", condition, " UNION ALL ",
      select, "fact_past s ON s.fact = f.row AND s.recorded = (SELECT MAX(p.recorded) FROM ",
      "fact_past p WHERE p.fact = f.row AND p.", begun, ") AND s.superseded > ", view.time,
      " WHERE ", condition);
}

absl::StatusOr<FactRecord> FactFromRow(const Query& row) {
  FactRecord fact;
  fact.identity = IdentityFromRow(row);
  fact.record_time = row.GetInt(14);
  FactState& state = fact.state;
  state.stands = row.GetInt(15) != 0;
  state.support = static_cast<int>(row.GetInt(16));
  state.confidence = row.GetReal(17);
  state.first_publish_time = row.GetInt(18);
  state.valid_start = static_cast<int32_t>(row.GetInt(19));
  state.valid_end = static_cast<int32_t>(row.GetInt(20));
  ISNAD_ASSIGN_OR_RETURN(state.claim, DecodeClaim(row.GetText(21)));
  state.search_text = row.GetText(22);
  state.record_time = row.GetInt(23);
  return fact;
}

absl::StatusOr<absl::optional<FactRecord>> ReadFact(View& view, const std::string& key) {
  Query query = view.connection.Prepare(SelectFacts(view, "f.key = ?1"));
  query.Text(key);
  if (!query.Next()) {
    ISNAD_RETURN_IF_ERROR(query.status());
    return absl::optional<FactRecord>();
  }
  ISNAD_ASSIGN_OR_RETURN(FactRecord fact, FactFromRow(query));
  ISNAD_RETURN_IF_ERROR(LoadConflicts(view, &fact));
  return absl::optional<FactRecord>(std::move(fact));
}

namespace {

// Reads the names of all entities of the facts, which is what is asked of them next.
absl::Status KnowParticipants(View& view, const std::vector<FactRecord>& facts) {
  std::set<std::string> entities;
  for (const FactRecord& fact : facts) {
    const Claim& claim = fact.state.claim;
    entities.insert(claim.subject.entity);
    if (claim.object.has_value()) entities.insert(claim.object->entity);
    for (const Argument& role : claim.roles) entities.insert(role.entity);
  }
  entities.erase("");
  return KnowNames(view, {entities.begin(), entities.end()});
}

// Whole facts, with their conflicts.
absl::StatusOr<std::vector<FactRecord>> ReadFactsByRow(View& view,
                                                       const std::vector<int64_t>& rows) {
  std::vector<FactRecord> facts;
  std::vector<size_t> found;  // Places among the rows.
  const auto bind = [&](size_t i, Query& query) { query.Int(rows[i]); };
  const RepeatedQuery whole = {SelectFacts(view, "f.row = ?1"), rows.size(), bind,
                               [&](size_t i, Query& query) -> absl::Status {
                                 while (query.Next()) {
                                   ISNAD_ASSIGN_OR_RETURN(FactRecord fact, FactFromRow(query));
                                   view.listed_facts[fact.identity.key] = rows[i];
                                   facts.push_back(std::move(fact));
                                   found.push_back(i);
                                 }
                                 return query.status();
                               }};
  size_t next = 0;
  const RepeatedQuery conflicts = {ConflictsSql(view, "?"), rows.size(), bind,
                                   [&](size_t i, Query& query) {
                                     if (next == found.size() || found[next] != i) {
                                       return absl::OkStatus();
                                     }
                                     FactRecord& fact = facts[next++];
                                     while (query.Next()) {
                                       fact.conflicts.push_back(query.GetText(0));
                                     }
                                     return query.status();
                                   }};
  ISNAD_RETURN_IF_ERROR(view.connection.ForEachOf({whole, conflicts}));
  ISNAD_RETURN_IF_ERROR(KnowParticipants(view, facts));
  return facts;
}

}  // namespace

absl::StatusOr<Page<FactRecord>> ReadFacts(View& view, const PageQuery& query) {
  ISNAD_ASSIGN_OR_RETURN(Page<int64_t> rows, ReadListing(view, query));
  Page<FactRecord> page;
  page.next = std::move(rows.next);
  ISNAD_ASSIGN_OR_RETURN(page.rows, ReadFactsByRow(view, rows.rows));
  return page;
}

absl::StatusOr<std::vector<std::string>> ReadFactsOf(View& view,
                                                     const std::vector<std::string>& entities) {
  std::vector<std::string> keys;
  for (const std::string& entity : entities) {
    Query query = view.connection.Prepare(
        "SELECT f.key FROM fact f JOIN fact_now s ON s.fact = f.row WHERE s.stands = 1 AND "
        "(f.subject_ref = ?1 OR f.object_ref = ?1) ORDER BY f.row");
    query.Text(absl::StrCat("e:", entity));
    while (query.Next()) keys.push_back(query.GetText(0));
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  return keys;
}

namespace {

absl::Status InsertFactRow(View& view, const FactIdentity& identity, KnownFact* known) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kFactRows));
  Query query = view.connection.Prepare(
      "INSERT INTO fact(row, key, type, subject_entity, object_entity, subject_ref, object_ref, "
      "polarity, modality, has_figure, amount, upper, bound, unit, recorded) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const Figure figure = identity.figure.value_or(Figure());
  query.Int(row).Text(identity.key).Text(identity.type).Text(identity.subject_entity);
  query.Text(identity.object_entity).Text(identity.subject_ref).Text(identity.object_ref);
  query.Int(static_cast<int>(identity.polarity)).Int(static_cast<int>(identity.modality));
  query.Int(identity.figure.has_value() ? 1 : 0).Real(figure.amount).Real(figure.upper);
  query.Int(static_cast<int>(figure.bound)).Text(figure.unit).Int(view.now);
  known->row = row;
  known->is_new = true;
  known->SetIdentity(identity);
  return query.Run();
}

}  // namespace

absl::Status WriteFact(View& view, const FactIdentity& identity) {
  ISNAD_ASSIGN_OR_RETURN(KnownFact* const known, KnowFact(view, identity.key));
  if (known->row == 0) return InsertFactRow(view, identity, known);
  if (known->has_ends) return absl::OkStatus();
  // A purge leaves rows without ends, which a new document may fill again.
  known->has_ends = true;
  Query query =
      view.connection.Prepare("UPDATE fact SET subject_ref = ?, object_ref = ? WHERE row = ?");
  return query.Text(identity.subject_ref).Text(identity.object_ref).Int(known->row).Run();
}

absl::Status WriteFactState(View& view, const std::string& key, const FactState& state,
                            FactChange change) {
  ISNAD_ASSIGN_OR_RETURN(KnownFact* const known, KnowFact(view, key));
  if (known->row == 0) return absl::NotFoundError(absl::StrCat("no fact ", key));
  ISNAD_ASSIGN_OR_RETURN(const int64_t sequence, NextRow(view, kChangeRows));
  ISNAD_RETURN_IF_ERROR(TallyFact(view, *known, state.stands));
  ISNAD_RETURN_IF_ERROR(WriteListing(view, *known, state));
  known->stands = state.stands;
  if (!known->is_new) {
    Query past = view.connection.Prepare(
        "INSERT INTO fact_past SELECT n.fact, n.stands, n.support, n.confidence, n.first_publish, "
        "n.valid_start, n.valid_end, n.claim, n.search_text, n.recorded, ?1 FROM fact_now n WHERE "
        "n.fact = ?2 AND n.recorded < ?1");
    ISNAD_RETURN_IF_ERROR(past.Int(view.now).Int(known->row).Run());
  }
  Query now = view.connection.Prepare(
      "INSERT INTO fact_now(fact, stands, support, confidence, first_publish, valid_start, "
      "valid_end, claim, search_text, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT(fact) DO UPDATE SET stands = excluded.stands, support = excluded.support, "
      "confidence = excluded.confidence, first_publish = excluded.first_publish, "
      "valid_start = excluded.valid_start, valid_end = excluded.valid_end, "
      "claim = excluded.claim, search_text = excluded.search_text, recorded = excluded.recorded");
  now.Int(known->row).Int(state.stands ? 1 : 0).Int(state.support).Real(state.confidence);
  now.Int(state.first_publish_time).Int(state.valid_start).Int(state.valid_end);
  now.Blob(EncodeClaim(state.claim)).Text(state.search_text).Int(view.now);
  ISNAD_RETURN_IF_ERROR(now.Run());
  Query log = view.connection.Prepare(
      "INSERT INTO fact_change(sequence, fact, change, recorded) VALUES (?, ?, ?, ?)");
  return log.Int(sequence).Int(known->row).Int(static_cast<int>(change)).Int(view.now).Run();
}

namespace {

// All of them at once: there are few, and they hardly ever change.
absl::Status KnowFactTypes(View& view) {
  if (view.fact_types.has_value()) return absl::OkStatus();
  Query query = view.connection.Prepare(
      "SELECT name, is_symmetric, single_object, single_subject, is_state, comparable_role, schema "
      "FROM fact_type");
  std::map<std::string, FactTypeRecord> types;
  while (query.Next()) {
    FactTypeRecord& type = types[query.GetText(0)];
    type.name = query.GetText(0);
    type.symmetric = query.GetInt(1) != 0;
    type.single_object = query.GetInt(2) != 0;
    type.single_subject = query.GetInt(3) != 0;
    type.state = query.GetInt(4) != 0;
    type.comparable_role = query.GetText(5);
    type.schema_bytes = query.GetText(6);
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  view.fact_types = std::move(types);
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteFactType(View& view, const FactTypeRecord& type) {
  ISNAD_RETURN_IF_ERROR(KnowFactTypes(view));
  const auto known = view.fact_types->find(type.name);
  if (known != view.fact_types->end() && known->second.schema_bytes == type.schema_bytes) {
    return absl::OkStatus();
  }
  (*view.fact_types)[type.name] = type;
  Query query = view.connection.Prepare(
      "INSERT INTO fact_type VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET "
      "is_symmetric = excluded.is_symmetric, single_object = excluded.single_object, "
      "single_subject = excluded.single_subject, is_state = excluded.is_state, "
      "comparable_role = excluded.comparable_role, schema = excluded.schema, "
      "recorded = excluded.recorded");
  query.Text(type.name).Int(type.symmetric).Int(type.single_object).Int(type.single_subject);
  query.Int(type.state).Text(type.comparable_role).Blob(type.schema_bytes).Int(view.now);
  return query.Run();
}

absl::StatusOr<absl::optional<FactTypeRecord>> ReadFactType(View& view, const std::string& name) {
  ISNAD_RETURN_IF_ERROR(KnowFactTypes(view));
  const auto type = view.fact_types->find(name);
  if (type == view.fact_types->end()) return absl::optional<FactTypeRecord>();
  return absl::optional<FactTypeRecord>(type->second);
}

absl::StatusOr<std::vector<ChangeRecord>> ReadChanges(View& view, int64_t sequence, int limit) {
  Query query = view.connection.Prepare(
      "SELECT c.sequence, f.key, c.change FROM fact_change c JOIN fact f ON f.row = c.fact "
      "WHERE c.sequence > ? ORDER BY c.sequence LIMIT ?");
  query.Int(sequence).Int(limit);
  std::vector<ChangeRecord> changes;
  while (query.Next()) {
    changes.push_back(
        {query.GetInt(0), query.GetText(1), static_cast<FactChange>(query.GetInt(2))});
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return changes;
}

absl::StatusOr<int64_t> ReadLastChange(View& view) {
  const auto known = view.last_rows.find(kChangeRows.table);
  if (known != view.last_rows.end()) return known->second;
  Query query = view.connection.Prepare("SELECT COALESCE(MAX(sequence), 0) FROM fact_change");
  int64_t last = 0;
  if (query.Next()) last = query.GetInt(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return last;
}

}  // namespace isnad::facts::sql
