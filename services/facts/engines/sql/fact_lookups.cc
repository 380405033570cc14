#include "services/facts/engines/sql/fact_lookups.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/fact_rows.h"
#include "services/facts/engines/sql/merge_rows.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

// One statement's worth of a rival query: ends that must be these.
struct Ends {
  size_t query = 0;
  std::string subject_ref;
  std::string object_ref;
};

// Those of one kind are asked together.
struct Asked {
  std::vector<Ends> both;
  std::vector<Ends> by_subject;
  std::vector<Ends> by_object;
};

Asked Ask(const std::vector<RivalQuery>& queries) {
  Asked asked;
  for (size_t i = 0; i < queries.size(); ++i) {
    const RivalQuery& query = queries[i];
    for (const std::string& subject : query.subject_refs) {
      for (const std::string& object : query.object_refs)
        asked.both.push_back({i, subject, object});
      if (query.object_refs.empty()) asked.by_subject.push_back({i, subject, ""});
    }
    if (!query.subject_refs.empty()) continue;
    for (const std::string& object : query.object_refs) asked.by_object.push_back({i, "", object});
  }
  return asked;
}

std::string SelectStanding(absl::string_view condition, absl::string_view order) {
  return absl::StrCat("SELECT ", kFactColumns,
                      " FROM fact f JOIN fact_now s ON s.fact = f.row WHERE s.stands = 1 AND ",
                      condition, order, " LIMIT ", kMostRivals);
}

absl::Status Collect(Query& query, std::vector<FactRecord>* facts) {
  while (query.Next()) {
    ISNAD_ASSIGN_OR_RETURN(FactRecord fact, FactFromRow(query));
    facts->push_back(std::move(fact));
  }
  return query.status();
}

// Whom the entities at the ends of the facts are merged with is what is asked next.
absl::Status KnowLinksOf(View& view, const std::vector<std::vector<FactRecord>>& facts) {
  std::set<std::string> entities;
  for (const std::vector<FactRecord>& some : facts) {
    for (const FactRecord& fact : some) {
      entities.insert(fact.identity.subject_entity);
      entities.insert(fact.identity.object_entity);
    }
  }
  entities.erase("");
  return KnowLinks(view, {entities.begin(), entities.end()});
}

}  // namespace

absl::StatusOr<KnownFact*> KnowFact(View& view, const std::string& key) {
  const auto known = view.facts.find(key);
  if (known != view.facts.end()) return &known->second;
  Query query = view.connection.Prepare(
      "SELECT f.row, f.subject_ref, f.subject_entity, f.object_entity, n.stands, f.type, "
      "f.polarity, f.modality FROM fact f LEFT JOIN fact_now n ON n.fact = f.row WHERE f.key = ?");
  query.Text(key);
  KnownFact fact;
  if (query.Next()) {
    fact.row = query.GetInt(0);
    fact.has_ends = !query.GetText(1).empty();
    fact.subject_entity = query.GetText(2);
    fact.object_entity = query.GetText(3);
    fact.stands = query.GetInt(4) != 0;
    fact.type = query.GetText(5);
    fact.polarity = static_cast<Polarity>(query.GetInt(6));
    fact.modality = static_cast<Modality>(query.GetInt(7));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return &(view.facts[key] = std::move(fact));
}

void ForgetFacts(View& view) { view.facts.clear(); }

absl::StatusOr<std::vector<absl::optional<FactRecord>>> ReadFactsByKey(
    View& view, const std::vector<std::string>& keys) {
  std::vector<absl::optional<FactRecord>> facts(keys.size());
  ISNAD_RETURN_IF_ERROR(view.connection.ForEach(
      SelectFacts(view, "f.key = ?1"), keys.size(),
      [&](size_t i, Query& query) { query.Text(keys[i]); },
      [&](size_t i, Query& query) -> absl::Status {
        if (!query.Next()) {
          // Facts are without a state only inside the transaction that stores them.
          if (query.status().ok()) view.facts.emplace(keys[i], KnownFact());
          return query.status();
        }
        ISNAD_ASSIGN_OR_RETURN(facts[i], FactFromRow(query));
        if (view.facts.count(keys[i]) != 0) return absl::OkStatus();
        KnownFact& known = view.facts[keys[i]];
        const FactIdentity& identity = facts[i]->identity;
        known.row = query.GetInt(0);
        known.has_ends = !identity.subject_ref.empty();
        known.SetIdentity(identity);
        known.stands = facts[i]->state.stands;
        return absl::OkStatus();
      }));
  return facts;
}

absl::StatusOr<std::vector<std::vector<FactRecord>>> ReadRivals(
    View& view, const std::vector<RivalQuery>& queries) {
  std::vector<std::vector<FactRecord>> rivals(queries.size());
  const Asked asked = Ask(queries);
  const RepeatedQuery both = {
      SelectStanding(view.dialect.SameEnds(), " ORDER BY f.row DESC"), asked.both.size(),
      [&](size_t i, Query& query) {
        const Ends& ends = asked.both[i];
        query.Text(ends.subject_ref).Text(queries[ends.query].type).Text(ends.object_ref);
      },
      [&](size_t i, Query& query) { return Collect(query, &rivals[asked.both[i].query]); }};
  const RepeatedQuery by_subject = {
      SelectStanding("f.subject_ref = ? AND f.type = ?", ""), asked.by_subject.size(),
      [&](size_t i, Query& query) {
        const Ends& ends = asked.by_subject[i];
        query.Text(ends.subject_ref).Text(queries[ends.query].type);
      },
      [&](size_t i, Query& query) { return Collect(query, &rivals[asked.by_subject[i].query]); }};
  const RepeatedQuery by_object = {
      SelectStanding("f.object_ref = ? AND f.type = ?", ""), asked.by_object.size(),
      [&](size_t i, Query& query) {
        const Ends& ends = asked.by_object[i];
        query.Text(ends.object_ref).Text(queries[ends.query].type);
      },
      [&](size_t i, Query& query) { return Collect(query, &rivals[asked.by_object[i].query]); }};
  ISNAD_RETURN_IF_ERROR(view.connection.ForEachOf({both, by_subject, by_object}));
  ISNAD_RETURN_IF_ERROR(KnowLinksOf(view, rivals));
  return rivals;
}

absl::StatusOr<std::vector<std::vector<FactRecord>>> ReadFigures(
    View& view, const std::vector<FigureQuery>& queries) {
  std::vector<std::vector<FactRecord>> found(queries.size());
  std::vector<std::pair<size_t, std::string>> asked;  // Queries with one of their subjects.
  for (size_t i = 0; i < queries.size(); ++i) {
    for (const std::string& subject : queries[i].subject_refs) asked.emplace_back(i, subject);
  }
  // The first two conditions are those of the index.
  const std::string sql = absl::StrCat(
      "SELECT ", kFactColumns, " FROM fact f JOIN ", FactStates(view),
      " s ON s.fact = f.row WHERE f.has_figure = 1 AND substr(f.subject_ref, 1, 2) = 'e:' AND "
      "f.subject_ref = ? AND f.type = ? AND f.amount >= ? AND f.amount <= ? AND f.unit = ? AND "
      "s.stands = 1 ORDER BY f.row LIMIT ",
      kMostFiguresFound);
  ISNAD_RETURN_IF_ERROR(view.connection.ForEach(
      sql, asked.size(),
      [&](size_t i, Query& query) {
        const FigureQuery& figure = queries[asked[i].first];
        query.Text(asked[i].second).Text(figure.type).Real(figure.low).Real(figure.high);
        query.Text(figure.unit);
      },
      [&](size_t i, Query& query) { return Collect(query, &found[asked[i].first]); }));
  return found;
}

}  // namespace isnad::facts::sql
