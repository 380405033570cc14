#include "services/facts/engines/sql/evidence_rows.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/document_rows.h"
#include "services/facts/engines/sql/fact_lookups.h"
#include "services/facts/engines/sql/fact_rows.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/facts/store/claim_codec.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {

namespace {

// Of the fact with the row `row`, an expression.
std::string EvidenceSql(const View& view, absl::string_view row) {
  return absl::StrCat(
      "SELECT d.id, e.extraction, e.passage, e.confidence, e.attribution, e.speaker, e.body, "
      "e.claim, e.recorded, d.near_duplicate_key, d.content_hash, d.publish_time, d.source_uri, "
      "d.title, d.url, d.publisher FROM evidence e JOIN document d ON d.row = e.document WHERE "
      "e.fact = ",
      row, " AND ", Live(view, "e"), " ORDER BY e.confidence DESC, e.row");
}

absl::Status Collect(Query& query, const std::string& fact, Detail detail,
                     std::vector<EvidenceRecord>* all) {
  while (query.Next()) {
    EvidenceRecord evidence;
    evidence.fact = fact;
    evidence.document = query.GetText(0);
    evidence.extraction = query.GetInt(1);
    evidence.passage_ordinal = static_cast<int>(query.GetInt(2));
    evidence.confidence = query.GetReal(3);
    evidence.attribution = static_cast<AttributionKind>(query.GetInt(4));
    evidence.speaker = query.GetText(5);
    evidence.evidence_bytes = query.GetText(6);
    if (detail == Detail::kFull) {
      ISNAD_ASSIGN_OR_RETURN(evidence.claim, DecodeClaim(query.GetText(7)));
    }
    evidence.record_time = query.GetInt(8);
    evidence.near_duplicate_key = query.GetText(9);
    evidence.content_hash = query.GetText(10);
    evidence.publish_time = query.GetInt(11);
    evidence.source_uri = query.GetText(12);
    evidence.document_title = query.GetText(13);
    evidence.document_url = query.GetText(14);
    evidence.publisher = query.GetText(15);
    all->push_back(std::move(evidence));
  }
  return query.status();
}

}  // namespace

absl::StatusOr<std::vector<EvidenceRecord>> ReadEvidence(View& view, const std::string& fact,
                                                         Detail detail) {
  // Mostly of facts that were listed just now: their rows are known.
  const auto listed = view.listed_facts.find(fact);
  const bool known = listed != view.listed_facts.end();
  Query query = view.connection.Prepare(EvidenceSql(view, known ? "?" : kRowOfKey));
  known ? query.Int(listed->second) : query.Text(fact);
  std::vector<EvidenceRecord> all;
  ISNAD_RETURN_IF_ERROR(Collect(query, fact, detail, &all));
  return all;
}

absl::StatusOr<std::vector<std::vector<EvidenceRecord>>> ReadEvidenceOf(
    View& view, const std::vector<std::string>& facts) {
  std::vector<std::vector<EvidenceRecord>> all(facts.size());
  ISNAD_RETURN_IF_ERROR(view.connection.ForEach(
      EvidenceSql(view, kRowOfKey), facts.size(),
      [&](size_t i, Query& query) { query.Text(facts[i]); },
      [&](size_t i, Query& query) { return Collect(query, facts[i], Detail::kFull, &all[i]); }));
  return all;
}

absl::Status WriteEvidence(View& view, const EvidenceRecord& evidence) {
  ISNAD_ASSIGN_OR_RETURN(const KnownFact* const fact, KnowFact(view, evidence.fact));
  ISNAD_ASSIGN_OR_RETURN(const KnownDocument document, KnowDocument(view, evidence.document));
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kEvidenceRows));
  Query query = view.connection.Prepare(
      absl::StrCat("INSERT INTO evidence(row, fact, document, extraction, passage, confidence, "
                   "attribution, source, speaker, body, claim, recorded, superseded) VALUES (?, ?, "
                   "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ",
                   kForever, ")"));
  query.Int(row).Int(fact->row).Int(document.row).Int(evidence.extraction);
  query.Int(evidence.passage_ordinal).Real(evidence.confidence);
  query.Int(static_cast<int>(evidence.attribution)).Text(document.source).Text(evidence.speaker);
  query.Blob(evidence.evidence_bytes).Blob(EncodeClaim(evidence.claim));
  return query.Int(view.now).Run();
}

}  // namespace isnad::facts::sql
