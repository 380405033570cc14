#include "services/facts/engines/postgresql/posting_index.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/facts/engines/sql/term_codec.h"
#include "services/facts/ranking/bm25.h"
#include "services/server/digest/sha256.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::postgresql {
namespace {

using sql::Query;
using sql::SqlValue;

// What a term adds that most passages hold: next to nothing, but more than no match.
constexpr double kLeastGain = 1e-6;

int FieldNumber(TermField field) { return field == TermField::kSurface ? 1 : 2; }

// What stands for a term in the index, which takes no long keys. Encoded terms hold no "#".
std::string Key(const std::string& encoded) {
  constexpr size_t kLongestTerm = 300;
  return encoded.size() <= kLongestTerm ? encoded : absl::StrCat("#", server::Sha256Hex(encoded));
}

// Keys hold neither commas, quotes nor backslashes, so an array of them needs no escapes.
template <typename Keys>
std::string TextArray(const Keys& keys) {
  return absl::StrCat("{\"", absl::StrJoin(keys, "\",\""), "\"}");
}

absl::Status AddPostings(sql::Connection& connection, int64_t passage, TermField field,
                         const std::string& encoded) {
  std::set<std::string> keys;
  for (const std::string& term : sql::DecodeTerms(encoded)) keys.insert(Key(term));
  if (keys.empty()) return absl::OkStatus();
  Query insert = connection.Prepare(
      "INSERT INTO passage_posting(term, field, passage) "
      "SELECT t.term, ?, ? FROM unnest(CAST(? AS TEXT[])) AS t(term)");
  return insert.Int(FieldNumber(field)).Int(passage).Text(TextArray(keys)).Run();
}

double Gain(const TermStatistics& statistics, size_t term) {
  const auto frequency = static_cast<double>(statistics.document_frequencies[term]);
  const double total = std::max(static_cast<double>(statistics.passage_count), frequency);
  return std::max(std::log((total - frequency + 0.5) / (frequency + 0.5)), kLeastGain);
}

}  // namespace

absl::Status PostingIndex::Add(sql::Connection& connection,
                               const sql::IndexedPassage& passage) const {
  Query insert =
      connection.Prepare("INSERT INTO passage_terms(passage, surface, stem) VALUES (?, ?, ?)");
  ISNAD_RETURN_IF_ERROR(insert.Int(passage.passage).Text(passage.surface).Text(passage.stem).Run());
  ISNAD_RETURN_IF_ERROR(
      AddPostings(connection, passage.passage, TermField::kSurface, passage.surface));
  return AddPostings(connection, passage.passage, TermField::kStem, passage.stem);
}

absl::Status PostingIndex::EraseDocument(sql::Connection& connection, int64_t document) const {
  for (const char* table : {"passage_posting", "passage_terms"}) {
    Query erase = connection.Prepare(
        absl::StrCat("DELETE FROM ", table,
                     " WHERE passage IN (SELECT p.id FROM passage p WHERE p.document = ?)"));
    ISNAD_RETURN_IF_ERROR(erase.Int(document).Run());
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<int64_t>> PostingIndex::CountPassages(
    sql::Connection& connection, const std::vector<SearchTerm>& terms) const {
  std::vector<int64_t> counts;
  if (terms.empty()) return counts;
  // One query for all terms: a search has dozens.
  std::string sql;
  for (size_t i = 0; i < terms.size(); ++i) {
    absl::StrAppend(&sql, i == 0 ? "SELECT " : ", ",
                    "(SELECT COUNT(*) FROM passage_posting WHERE term = ? AND field = ?)");
  }
  Query query = connection.Prepare(sql);
  for (const SearchTerm& term : terms) {
    query.Text(Key(sql::EncodeTerm(term.term))).Int(FieldNumber(term.field));
  }
  if (query.Next()) {
    for (size_t i = 0; i < terms.size(); ++i) {
      counts.push_back(query.GetInt(static_cast<int>(i)));
    }
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return counts;
}

sql::PassageMatch PostingIndex::Match(const std::vector<SearchTerm>& terms,
                                      const TermStatistics& statistics) const {
  sql::PassageMatch match;
  match.condition = "TRUE";
  std::vector<std::string> keys;
  std::vector<int> fields;
  std::vector<double> gains;
  for (size_t i = 0; i < terms.size(); ++i) {
    keys.push_back(Key(sql::EncodeTerm(terms[i].term)));
    fields.push_back(FieldNumber(terms[i].field));
    gains.push_back(Gain(statistics, i));
  }
  match.from =
      "(SELECT x.passage, SUM(q.gain) AS gain FROM unnest(CAST(? AS TEXT[]), CAST(? AS BIGINT[]), "
      "CAST(? AS DOUBLE PRECISION[])) AS q(term, field, gain) JOIN passage_posting x ON x.term = "
      "q.term AND x.field = q.field GROUP BY x.passage) h JOIN passage p ON p.id = h.passage JOIN "
      "passage_terms t ON t.passage = p.id";
  match.values = {
      SqlValue::Text(keys.empty() ? "{}" : TextArray(keys)),
      SqlValue::Text(absl::StrCat("{", absl::StrJoin(fields, ","), "}")),
      SqlValue::Text(absl::StrCat("{", absl::StrJoin(gains, ","), "}")),
  };
  const double mean = std::max(statistics.mean_length, 1.0);
  match.order =
      absl::StrCat("h.gain / (1 + ", kBm25Saturation * (1 - kBm25LengthInfluence), " + ",
                   kBm25Saturation * kBm25LengthInfluence / mean, " * p.length) DESC, p.id");
  return match;
}

std::string PostingIndex::ScanQuery() const {
  return "SELECT passage, surface, stem FROM passage_terms WHERE passage > ? ORDER BY passage "
         "LIMIT ?";
}

}  // namespace isnad::facts::postgresql
