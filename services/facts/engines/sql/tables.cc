#include "services/facts/engines/sql/tables.h"

#include "absl/strings/str_split.h"

namespace isnad::facts::sql {
namespace {

// Columns with a letter for what they hold: i(nteger), r(eal), t(ext), b(ytes).
Table Describe(const std::string& name, int key_columns, const std::string& columns) {
  Table table;
  table.name = name;
  table.key_columns = key_columns;
  for (absl::string_view column : absl::StrSplit(columns, ' ')) {
    const std::vector<std::string> parts = absl::StrSplit(column, ':');
    TableColumn described;
    described.name = parts[0];
    switch (parts[1][0]) {
      case 'i':
        described.kind = SqlValue::Kind::kInteger;
        break;
      case 'r':
        described.kind = SqlValue::Kind::kReal;
        break;
      case 'b':
        described.kind = SqlValue::Kind::kBlob;
        break;
      default:
        described.kind = SqlValue::Kind::kText;
    }
    table.columns.push_back(described);
  }
  return table;
}

}  // namespace

const std::vector<Table>& StoreTables() {
  static const auto* const tables = new std::vector<Table>{
      Describe("document", 1,
               "row:i id:t source_uri:t url:t source:t publisher:t title:t language:t "
               "publish_time:i fetch_time:i recorded:i content_hash:t near_duplicate_key:t "
               "supersedes:t publish_time_inferred:i"),
      Describe("document_text", 1, "document:i text:t"),
      Describe("document_state", 2, "document:i recorded:i state:i reason:t superseded:i"),
      Describe("extraction", 1,
               "id:i document:i extractor_version:t fact_count:i new_fact_count:i "
               "passage_count:i recorded:i superseded:i"),
      Describe("entity", 1,
               "row:i id:t type:i label_ar:t label_en:t entity_class:t lexicon_key:t "
               "external_ids:t recorded:i"),
      Describe("alias", 3, "folded_key:t entity:t surface:t script:t kind:i recorded:i"),
      Describe("alias_use", 3, "entity:t extraction:i surface:t uses:i recorded:i superseded:i"),
      Describe("alias_match", 3,
               "match_key:t entity_row:i surface:t entity:t type:i kind:i recorded:i"),
      Describe("alias_tally", 2, "entity:t surface:t uses:i"),
      Describe("fact_tally", 1, "entity:t facts:i"),
      Describe("merge", 2, "child:t recorded:i parent:t reason:t end_reason:t superseded:i"),
      Describe("distinct_pair", 2, "one:t other:t recorded:i"),
      Describe("fact", 1,
               "row:i key:t type:t subject_entity:t object_entity:t subject_ref:t object_ref:t "
               "polarity:i modality:i has_figure:i amount:r upper:r bound:i unit:t recorded:i"),
      Describe("fact_now", 1,
               "fact:i stands:i support:i confidence:r first_publish:i valid_start:i valid_end:i "
               "claim:b search_text:t recorded:i"),
      Describe("fact_past", 2,
               "fact:i recorded:i stands:i support:i confidence:r first_publish:i valid_start:i "
               "valid_end:i claim:b search_text:t superseded:i"),
      Describe("listing_now", 1,
               "fact:i type:t subject_entity:t object_entity:t polarity:i modality:i support:i "
               "confidence:r first_publish:i valid_order:i valid_start:i valid_end:i recorded:i"),
      Describe("listing_past", 2,
               "fact:i recorded:i type:t subject_entity:t object_entity:t polarity:i modality:i "
               "support:i confidence:r first_publish:i valid_order:i valid_start:i valid_end:i "
               "superseded:i"),
      Describe("fact_change", 1, "sequence:i fact:i change:i recorded:i"),
      Describe("evidence", 1,
               "row:i fact:i document:i extraction:i passage:i confidence:r attribution:i "
               "source:t speaker:t body:b claim:b recorded:i superseded:i"),
      Describe("fact_type", 1,
               "name:t is_symmetric:i single_object:i single_subject:i is_state:i "
               "comparable_role:t schema:b recorded:i"),
      Describe("conflict", 1,
               "row:i id:t kind:i explanation_en:t explanation_ar:t state:i preferred_fact:t "
               "resolution:t recorded:i resolved:i version:i"),
      Describe("conflict_fact", 3, "conflict:i fact:i recorded:i superseded:i"),
      Describe("conflict_state", 2, "conflict:i recorded:i state:i superseded:i"),
      Describe("passage", 1,
               "id:i document:i extraction:i ordinal:i kind:i length:i mentions:t body:b "
               "recorded:i superseded:i"),
      Describe("source", 1, "id:t display_name:t recorded:i"),
      Describe("served_request", 1, "id:t body_hash:t recorded:i"),
  };
  return *tables;
}

SqlValue ReadValue(const Query& row, int column, SqlValue::Kind kind) {
  switch (kind) {
    case SqlValue::Kind::kInteger:
      return SqlValue::Integer(row.GetInt(column));
    case SqlValue::Kind::kReal:
      return SqlValue::Real(row.GetReal(column));
    case SqlValue::Kind::kBlob:
      return SqlValue::Blob(row.GetText(column));
    case SqlValue::Kind::kText:
      break;
  }
  return SqlValue::Text(row.GetText(column));
}

}  // namespace isnad::facts::sql
