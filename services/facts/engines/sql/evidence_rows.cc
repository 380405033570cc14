#include "services/facts/engines/sql/evidence_rows.h"

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/facts/store/claim_codec.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {

absl::StatusOr<std::vector<EvidenceRecord>> ReadEvidence(View& view, const std::string& fact) {
  Query query = view.connection.Prepare(absl::StrCat(
      "SELECT d.id, e.extraction, e.passage, e.confidence, e.attribution, e.speaker, e.body, "
      "e.claim, e.recorded, d.near_duplicate_key, d.content_hash, d.publish_time, d.source_uri, "
      "d.title, d.url, d.publisher FROM fact f JOIN evidence e ON e.fact = f.row JOIN document d "
      "ON d.row = e.document WHERE f.key = ? AND ",
      Live(view, "e"), " ORDER BY e.confidence DESC, e.row"));
  query.Text(fact);
  std::vector<EvidenceRecord> all;
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
    ISNAD_ASSIGN_OR_RETURN(evidence.claim, DecodeClaim(query.GetText(7)));
    evidence.record_time = query.GetInt(8);
    evidence.near_duplicate_key = query.GetText(9);
    evidence.content_hash = query.GetText(10);
    evidence.publish_time = query.GetInt(11);
    evidence.source_uri = query.GetText(12);
    evidence.document_title = query.GetText(13);
    evidence.document_url = query.GetText(14);
    evidence.publisher = query.GetText(15);
    all.push_back(std::move(evidence));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return all;
}

absl::Status WriteEvidence(View& view, const EvidenceRecord& evidence) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kEvidenceRows));
  Query query = view.connection.Prepare(absl::StrCat(
      "INSERT INTO evidence(row, fact, document, extraction, passage, confidence, attribution, "
      "speaker, "
      "body, claim, recorded, superseded) SELECT ?, f.row, d.row, ?, ?, ?, ?, ?, ?, ?, ?, ",
      kForever, " FROM fact f, document d WHERE f.key = ? AND d.id = ?"));
  query.Int(row).Int(evidence.extraction).Int(evidence.passage_ordinal).Real(evidence.confidence);
  query.Int(static_cast<int>(evidence.attribution)).Text(evidence.speaker);
  query.Blob(evidence.evidence_bytes).Blob(EncodeClaim(evidence.claim)).Int(view.now);
  return query.Text(evidence.fact).Text(evidence.document).Run();
}

}  // namespace isnad::facts::sql
