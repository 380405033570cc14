#include "services/facts/engines/sql/store_check.h"

#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

// A rule with the query of what breaks it: one text column that names the culprit. "LIVE" stands
// for the superseded time of what still counts.
struct Rule {
  const char* words;
  const char* culprits;
};

constexpr Rule kRules[] = {
    {"Every fact that stands has evidence",
     "SELECT f.key FROM fact f JOIN fact_now n ON n.fact = f.row WHERE n.stands = 1 AND NOT EXISTS "
     "(SELECT 1 FROM evidence e WHERE e.fact = f.row AND e.superseded = LIVE)"},
    {"Every fact with evidence stands and is supported by at least one source",
     "SELECT f.key FROM fact f JOIN fact_now n ON n.fact = f.row WHERE (n.stands = 0 OR n.support "
     "< 1) AND EXISTS (SELECT 1 FROM evidence e WHERE e.fact = f.row AND e.superseded = LIVE)"},
    {"Every fact has a state",
     "SELECT f.key FROM fact f WHERE NOT EXISTS (SELECT 1 FROM fact_now n WHERE n.fact = f.row)"},
    {"Every state is of a fact",
     "SELECT CAST(n.fact AS TEXT) FROM fact_now n WHERE NOT EXISTS (SELECT 1 FROM fact f WHERE "
     "f.row = n.fact)"},
    {"Former states of a fact end before its present one begins",
     "SELECT f.key FROM fact_past p JOIN fact f ON f.row = p.fact JOIN fact_now n ON n.fact = "
     "p.fact WHERE p.superseded > n.recorded OR p.superseded <= p.recorded"},
    {"Lists are of the facts that stand, as they stand",
     "SELECT f.key FROM fact f JOIN fact_now n ON n.fact = f.row LEFT JOIN listing_now s ON s.fact "
     "= f.row WHERE (n.stands = 1) <> (s.fact IS NOT NULL) OR s.type <> f.type OR s.subject_entity "
     "<> f.subject_entity OR s.object_entity <> f.object_entity OR s.polarity <> f.polarity OR "
     "s.modality <> f.modality OR s.support <> n.support OR s.confidence <> n.confidence OR "
     "s.first_publish <> n.first_publish OR s.valid_start <> n.valid_start OR s.valid_end <> "
     "n.valid_end OR s.recorded <> n.recorded"},
    {"Lists of former times are of the states in which facts stood",
     "SELECT f.key FROM fact f JOIN fact_past p ON p.fact = f.row LEFT JOIN listing_past s ON "
     "s.fact = f.row AND s.recorded = p.recorded WHERE (p.stands = 1) <> (s.fact IS NOT NULL) OR "
     "s.support <> p.support OR s.confidence <> p.confidence OR s.superseded <> p.superseded "
     "UNION ALL SELECT CAST(s.fact AS TEXT) FROM listing_past s WHERE NOT EXISTS (SELECT 1 FROM "
     "fact_past p WHERE p.fact = s.fact AND p.recorded = s.recorded)"},
    {"Every change is of a fact",
     "SELECT CAST(c.sequence AS TEXT) FROM fact_change c WHERE NOT EXISTS (SELECT 1 FROM fact f "
     "WHERE f.row = c.fact)"},
    {"Every piece of evidence has its fact, document and extraction",
     "SELECT CAST(e.row AS TEXT) FROM evidence e WHERE NOT EXISTS (SELECT 1 FROM fact f WHERE "
     "f.row = e.fact) OR NOT EXISTS (SELECT 1 FROM document d WHERE d.row = e.document) OR NOT "
     "EXISTS (SELECT 1 FROM extraction x WHERE x.id = e.extraction AND x.document = e.document)"},
    {"Evidence is of its document's source",
     "SELECT CAST(e.row AS TEXT) FROM evidence e JOIN document d ON d.row = e.document WHERE "
     "e.source <> d.source"},
    {"Evidence counts exactly as long as its extraction",
     "SELECT CAST(e.row AS TEXT) FROM evidence e JOIN extraction x ON x.id = e.extraction WHERE "
     "e.superseded <> x.superseded"},
    {"Passages count exactly as long as their extraction",
     "SELECT CAST(p.id AS TEXT) FROM passage p JOIN extraction x ON x.id = p.extraction WHERE "
     "p.superseded <> x.superseded"},
    {"Every document is in one state",
     "SELECT d.id FROM document d WHERE (SELECT COUNT(*) FROM document_state s WHERE s.document = "
     "d.row AND s.superseded = LIVE) <> 1"},
    {"At most one extraction of a document counts, and only while the document is active",
     "SELECT d.id FROM document d JOIN document_state s ON s.document = d.row AND s.superseded = "
     "LIVE WHERE (SELECT COUNT(*) FROM extraction x WHERE x.document = d.row AND x.superseded = "
     "LIVE) > (CASE WHEN s.state = 1 THEN 1 ELSE 0 END)"},
    {"Nothing is left of the words of purged documents",
     "SELECT d.id FROM document d JOIN document_state s ON s.document = d.row AND s.superseded = "
     "LIVE WHERE s.state = 4 AND (d.title <> '' OR EXISTS (SELECT 1 FROM document_text t WHERE "
     "t.document = d.row) OR EXISTS (SELECT 1 FROM passage p WHERE p.document = d.row) OR EXISTS "
     "(SELECT 1 FROM evidence e WHERE e.document = d.row))"},
    {"Every document that was not purged has its text",
     "SELECT d.id FROM document d JOIN document_state s ON s.document = d.row AND s.superseded = "
     "LIVE WHERE s.state <> 4 AND NOT EXISTS (SELECT 1 FROM document_text t WHERE t.document = "
     "d.row)"},
    {"Every spelling is of an entity",
     "SELECT a.surface FROM alias a WHERE NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = "
     "a.entity)"},
    {"Every end of a fact is an entity or none",
     "SELECT f.key FROM fact f WHERE (f.subject_entity <> '' AND NOT EXISTS (SELECT 1 FROM entity "
     "e WHERE e.id = f.subject_entity)) OR (f.object_entity <> '' AND NOT EXISTS (SELECT 1 FROM "
     "entity e WHERE e.id = f.object_entity))"},
    {"The uses of spellings add up to their totals",
     "SELECT entity FROM (SELECT entity, surface, uses FROM alias_use WHERE superseded = LIVE "
     "UNION "
     "ALL SELECT entity, surface, -uses FROM alias_tally) t GROUP BY entity, surface HAVING "
     "SUM(uses) <> 0"},
    {"The facts of entities add up to their totals",
     "SELECT entity FROM (SELECT ends.entity, 1 AS facts FROM (SELECT row, subject_entity AS "
     "entity "
     "FROM fact UNION SELECT row, object_entity FROM fact) ends JOIN fact_now n ON n.fact = "
     "ends.row WHERE ends.entity <> '' AND n.stands = 1 UNION ALL SELECT entity, -facts FROM "
     "fact_tally) t GROUP BY entity HAVING SUM(facts) <> 0"},
    {"An entity is merged into one other at most",
     "SELECT m.child FROM merge m WHERE m.superseded = LIVE GROUP BY m.child HAVING COUNT(*) > 1"},
    {"Every conflict is in one state",
     "SELECT c.id FROM conflict c WHERE (SELECT COUNT(*) FROM conflict_state s WHERE s.conflict = "
     "c.row AND s.superseded = LIVE) <> 1"},
    {"A conflict is between two facts or more, or ended",
     "SELECT c.id FROM conflict c WHERE (SELECT COUNT(*) FROM conflict_fact m WHERE m.conflict = "
     "c.row AND m.superseded = LIVE) = 1"},
    {"Facts in conflict stand",
     "SELECT f.key FROM conflict_fact m JOIN fact f ON f.row = m.fact JOIN fact_now n ON n.fact = "
     "m.fact WHERE m.superseded = LIVE AND n.stands = 0"},
    {"Nothing was recorded later than the store's clock says",
     "SELECT CAST(t.recorded AS TEXT) FROM (SELECT MAX(recorded) AS recorded FROM document UNION "
     "ALL SELECT MAX(recorded) FROM fact_now UNION ALL SELECT MAX(recorded) FROM entity UNION ALL "
     "SELECT MAX(recorded) FROM evidence UNION ALL SELECT MAX(recorded) FROM fact_change) t, "
     "store_clock c WHERE t.recorded > c.last"},
};

absl::StatusOr<CheckedRule> Check(View& view, const Rule& rule) {
  const std::string culprits =
      absl::StrReplaceAll(rule.culprits, {{"LIVE", absl::StrCat(kForever)}});
  CheckedRule checked{rule.words, 0, ""};
  Query query = view.connection.Prepare(absl::StrCat(
      "WITH broken(culprit) AS (", culprits, ") SELECT COUNT(*), MIN(culprit) FROM broken"));
  if (query.Next()) {
    checked.violations = query.GetInt(0);
    checked.example = query.GetText(1);
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return checked;
}

absl::StatusOr<CheckedRule> CheckMergesEnd(View& view) {
  CheckedRule checked{"Merges lead to an entity that is not merged itself", 0, ""};
  std::map<std::string, std::string> parent_of;
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT child, parent FROM merge WHERE superseded = ", kForever));
  while (query.Next()) parent_of[query.GetText(0)] = query.GetText(1);
  ISNAD_RETURN_IF_ERROR(query.status());
  for (const auto& link : parent_of) {
    std::set<std::string> seen = {link.first};
    auto next = parent_of.find(link.second);
    while (next != parent_of.end() && seen.insert(next->first).second) {
      next = parent_of.find(next->second);
    }
    if (next == parent_of.end()) continue;
    if (++checked.violations == 1) checked.example = link.first;
  }
  return checked;
}

// The passages that can be found, by number.
absl::StatusOr<std::set<int64_t>> IndexedPassages(View& view) {
  constexpr int kBatch = 2000;
  std::set<int64_t> indexed;
  for (int64_t last = 0;;) {
    Query query = view.connection.Prepare(view.dialect.passages().ScanQuery());
    query.Int(last).Int(kBatch);
    int rows = 0;
    for (; query.Next(); ++rows) indexed.insert(last = query.GetInt(0));
    ISNAD_RETURN_IF_ERROR(query.status());
    if (rows < kBatch) return indexed;
  }
}

absl::StatusOr<CheckedRule> CheckIndex(View& view) {
  CheckedRule checked{"The passages that can be found are those that are no boilerplate", 0, ""};
  ISNAD_ASSIGN_OR_RETURN(std::set<int64_t> indexed, IndexedPassages(view));
  const auto report = [&checked](int64_t passage) {
    if (++checked.violations == 1) checked.example = absl::StrCat(passage);
  };
  Query query = view.connection.Prepare(absl::StrCat("SELECT id FROM passage WHERE kind <> ",
                                                     static_cast<int>(PassageKind::kBoilerplate)));
  while (query.Next()) {
    if (indexed.erase(query.GetInt(0)) == 0) report(query.GetInt(0));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  for (const int64_t passage : indexed) report(passage);
  return checked;
}

}  // namespace

absl::StatusOr<std::vector<CheckedRule>> CheckRules(View& view) {
  std::vector<CheckedRule> checked;
  for (const Rule& rule : kRules) {
    ISNAD_ASSIGN_OR_RETURN(CheckedRule result, Check(view, rule));
    checked.push_back(std::move(result));
  }
  ISNAD_ASSIGN_OR_RETURN(CheckedRule merges, CheckMergesEnd(view));
  checked.push_back(std::move(merges));
  ISNAD_ASSIGN_OR_RETURN(CheckedRule index, CheckIndex(view));
  checked.push_back(std::move(index));
  return checked;
}

}  // namespace isnad::facts::sql
