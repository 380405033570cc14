#include "services/facts/engines/sql/passage_rows.h"

#include <unordered_map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/document_rows.h"
#include "services/facts/engines/sql/passage_directory.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/facts/engines/sql/posting_cache.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/facts/engines/sql/term_codec.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

absl::StatusOr<TermStatistics> ReadStatistics(View& view, const PassageSearch& search) {
  TermStatistics statistics;
  Query totals = view.connection.Prepare(
      absl::StrCat("SELECT COUNT(*), COALESCE(AVG(p.length), 1) FROM passage p WHERE p.kind <> ",
                   static_cast<int>(PassageKind::kBoilerplate), " AND ", Live(view, "p")));
  if (totals.Next()) {
    statistics.passage_count = totals.GetInt(0);
    statistics.mean_length = totals.GetReal(1);
  }
  ISNAD_RETURN_IF_ERROR(totals.status());
  ISNAD_ASSIGN_OR_RETURN(statistics.document_frequencies,
                         view.dialect.passages().CountPassages(view.connection, search.terms));
  return statistics;
}

// Counts the terms of a search in passages.
class TermCounter {
 public:
  explicit TermCounter(const std::vector<SearchTerm>& terms) : size_(terms.size()) {
    for (size_t i = 0; i < terms.size(); ++i) {
      (terms[i].field == TermField::kSurface ? surface_ : stem_)[EncodeTerm(terms[i].term)]
          .push_back(i);
    }
  }

  // Of encoded terms.
  void Count(const std::string& surface, const std::string& stem,
             PassageCandidate* candidate) const {
    candidate->term_counts.assign(size_, 0);
    Count(surface_, DecodeTerms(surface), candidate);
    const std::vector<std::string> stems = DecodeTerms(stem);
    Count(stem_, stems, candidate);
    candidate->length = static_cast<int>(stems.size());
  }

 private:
  using Terms = std::unordered_map<std::string, std::vector<size_t>>;

  static void Count(const Terms& wanted, const std::vector<std::string>& present,
                    PassageCandidate* candidate) {
    for (const std::string& term : present) {
      const auto found = wanted.find(term);
      if (found == wanted.end()) continue;
      for (const size_t i : found->second) ++candidate->term_counts[i];
    }
  }

  size_t size_;
  Terms surface_;
  Terms stem_;
};

// Columns that ToCandidate reads.
constexpr const char* kCandidateColumns =
    "p.id, d.id, p.extraction, p.ordinal, p.kind, p.mentions, p.superseded";

PassageCandidate ToCandidate(const Query& query) {
  PassageCandidate candidate;
  PassageRecord& passage = candidate.passage;
  passage.id = query.GetInt(0);
  passage.document = query.GetText(1);
  passage.extraction = query.GetInt(2);
  passage.ordinal = static_cast<int>(query.GetInt(3));
  passage.kind = static_cast<int>(query.GetInt(4));
  passage.mentions = DecodeMentions(query.GetText(5));
  passage.historic = query.GetInt(6) != kForever;
  return candidate;
}

// Whether the search is of all passages that stand, which the postings in memory answer.
bool IsOfEverything(const View& view, const PassageSearch& search) {
  return view.postings != nullptr && view.latest() && search.documents.empty() &&
         search.publish_start == kUnknownTime && search.publish_end == kForever;
}

std::string CandidateSql(const View& view, const PassageSearch& search, const PassageMatch& match) {
  std::string sql = absl::StrCat("SELECT ", kCandidateColumns, ", t.surface, t.stem FROM ",
                                 match.from, " JOIN document d ON d.row = p.document WHERE ",
                                 match.condition, " AND ", Live(view, "p"));
  if (search.publish_start != kUnknownTime) sql += " AND d.publish_time >= ?";
  if (search.publish_end != kForever) {
    absl::StrAppend(&sql, " AND d.publish_time < ? AND d.publish_time <> (", kUnknownTime + 1,
                    " - 1)");
  }
  if (!search.documents.empty()) {
    sql += " AND d.id IN (";
    for (size_t i = 0; i < search.documents.size(); ++i) sql += i == 0 ? "?" : ", ?";
    sql += ")";
  }
  return absl::StrCat(sql, " ORDER BY ", match.order, " LIMIT ?");
}

// Reads passages by the engine's own index, which takes conditions and looks into the past.
absl::StatusOr<PassageCandidates> ReadMatching(View& view, const PassageSearch& search) {
  PassageCandidates candidates;
  ISNAD_ASSIGN_OR_RETURN(candidates.statistics, ReadStatistics(view, search));
  const TermCounter counter(search.terms);
  const PassageMatch match = view.dialect.passages().Match(search.terms, candidates.statistics);
  Query query = view.connection.Prepare(CandidateSql(view, search, match));
  query.BindAll(match.values);
  if (search.publish_start != kUnknownTime) query.Int(search.publish_start);
  if (search.publish_end != kForever) query.Int(search.publish_end);
  for (const std::string& document : search.documents) query.Text(document);
  query.Int(search.candidate_limit);
  while (query.Next()) {
    PassageCandidate candidate = ToCandidate(query);
    counter.Count(query.GetText(7), query.GetText(8), &candidate);
    candidates.passages.push_back(std::move(candidate));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return candidates;
}

}  // namespace

absl::StatusOr<std::vector<PassageRecord>> ReadPassages(View& view, const std::string& document) {
  Query query = view.connection.Prepare(absl::StrCat(
      "SELECT p.id, p.extraction, p.ordinal, p.kind, p.mentions, p.body FROM passage p WHERE "
      "p.extraction = (SELECT x.id FROM extraction x JOIN document d ON d.row = x.document WHERE "
      "d.id = ? AND ",
      Recorded(view, "x"), " ORDER BY x.id DESC LIMIT 1) ORDER BY p.ordinal"));
  query.Text(document);
  std::vector<PassageRecord> passages;
  while (query.Next()) {
    PassageRecord passage;
    passage.id = query.GetInt(0);
    passage.document = document;
    passage.extraction = query.GetInt(1);
    passage.ordinal = static_cast<int>(query.GetInt(2));
    passage.kind = static_cast<int>(query.GetInt(3));
    passage.mentions = DecodeMentions(query.GetText(4));
    passage.passage_bytes = query.GetText(5);
    passages.push_back(std::move(passage));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return passages;
}

absl::StatusOr<PassageCandidates> ReadCandidates(View& view, const PassageSearch& search) {
  if (!IsOfEverything(view, search)) return ReadMatching(view, search);
  return view.postings->Find(view.connection, view.dialect.passages(), search);
}

absl::StatusOr<std::string> ReadPassageBytes(View& view, int64_t passage) {
  Query query = view.connection.Prepare("SELECT body FROM passage WHERE id = ?");
  query.Int(passage);
  if (query.Next()) return query.GetText(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  return absl::NotFoundError("no such passage");
}

absl::Status WritePassage(View& view, const PassageRecord& passage) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t document, ReadDocumentRow(view, passage.document));
  ISNAD_ASSIGN_OR_RETURN(const int64_t row,
                         NextRow(view, kPassageRows, LeastPassageRow(passage.extraction)));
  Query insert = view.connection.Prepare(
      absl::StrCat("INSERT INTO passage(id, document, extraction, ordinal, kind, length, mentions, "
                   "body, recorded, superseded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ",
                   kForever, ")"));
  insert.Int(row).Int(document).Int(passage.extraction).Int(passage.ordinal).Int(passage.kind);
  insert.Int(static_cast<int64_t>(passage.stem_terms.size()));
  insert.Text(EncodeMentions(passage.mentions)).Blob(passage.passage_bytes);
  ISNAD_RETURN_IF_ERROR(insert.Int(view.now).Run());
  // Boilerplate is kept for its offsets, but never found.
  if (passage.kind == static_cast<int>(PassageKind::kBoilerplate)) return absl::OkStatus();
  return view.dialect.passages().Add(
      view.connection, {row, EncodeTerms(passage.surface_terms), EncodeTerms(passage.stem_terms)});
}

}  // namespace isnad::facts::sql
