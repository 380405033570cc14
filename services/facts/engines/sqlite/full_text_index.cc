#include "services/facts/engines/sqlite/full_text_index.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/facts/engines/sql/term_codec.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sqlite {
namespace {

using sql::EncodeTerm;
using sql::Query;

const char* Column(TermField field) { return field == TermField::kSurface ? "surface" : "stem"; }

// Encoded terms hold neither quotes nor operators, so they can stand in a query as strings.
std::string MatchExpression(const std::vector<SearchTerm>& terms) {
  return absl::StrJoin(terms, " OR ", [](std::string* out, const SearchTerm& term) {
    absl::StrAppend(out, Column(term.field), " : \"", EncodeTerm(term.term), "\"");
  });
}

}  // namespace

absl::Status FullTextIndex::Add(sql::Connection& connection,
                                const sql::IndexedPassage& passage) const {
  Query insert =
      connection.Prepare("INSERT INTO passage_terms(rowid, surface, stem) VALUES (?, ?, ?)");
  return insert.Int(passage.passage).Text(passage.surface).Text(passage.stem).Run();
}

absl::Status FullTextIndex::EraseDocument(sql::Connection& connection, int64_t document) const {
  Query erase = connection.Prepare(
      "DELETE FROM passage_terms WHERE rowid IN (SELECT id FROM passage WHERE document = ?)");
  ISNAD_RETURN_IF_ERROR(erase.Int(document).Run());
  // Deleted terms linger in older index segments until these are merged.
  return connection.Execute("INSERT INTO passage_terms(passage_terms) VALUES ('optimize')");
}

absl::StatusOr<std::vector<int64_t>> FullTextIndex::CountPassages(
    sql::Connection& connection, const std::vector<SearchTerm>& terms) const {
  std::vector<int64_t> counts;
  for (const SearchTerm& term : terms) {
    Query query =
        connection.Prepare("SELECT doc FROM passage_vocabulary WHERE term = ? AND col = ?");
    query.Text(EncodeTerm(term.term)).Text(Column(term.field));
    counts.push_back(query.Next() ? query.GetInt(0) : 0);
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  return counts;
}

sql::PassageMatch FullTextIndex::Match(const std::vector<SearchTerm>& terms,
                                       const TermStatistics&) const {
  return {"passage_terms t JOIN passage p ON p.id = t.rowid",
          "passage_terms MATCH ?",
          "t.rank",
          {sql::SqlValue::Text(MatchExpression(terms))}};
}

std::string FullTextIndex::ScanQuery() const {
  return "SELECT rowid, surface, stem FROM passage_terms WHERE rowid > ? ORDER BY rowid LIMIT ?";
}

}  // namespace isnad::facts::sqlite
