#include "services/facts/engines/sql/posting_cache.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/hash/hash.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/facts/engines/sql/term_codec.h"
#include "services/facts/ranking/bm25.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

constexpr int64_t kScanRows = 2000;  // So that no statement runs for long.

uint64_t KeyOf(TermField field, absl::string_view encoded) {
  return absl::HashOf(static_cast<int>(field), encoded);
}

}  // namespace

void PostingCache::AddTerms(absl::string_view terms, TermField field) {
  for (const absl::string_view term : absl::StrSplit(terms, ' ', absl::SkipEmpty())) {
    ++counts_[KeyOf(field, term)];
  }
}

void PostingCache::Add(absl::string_view surface, absl::string_view stem) {
  counts_.clear();
  AddTerms(stem, TermField::kStem);
  uint32_t length = 0;
  for (const auto& count : counts_) length += count.second;
  AddTerms(surface, TermField::kSurface);
  const auto number = static_cast<uint32_t>(lengths_.size());
  lengths_.push_back(length);
  total_length_ += length;
  for (const auto& [key, count] : counts_) terms_[key].Add(number, count, length);
}

absl::StatusOr<PostingCache::Progress> PostingCache::ReadProgress(Connection& connection) {
  Query query = connection.Prepare(absl::StrCat(
      "SELECT (SELECT COALESCE(MAX(id), 0) FROM passage), (SELECT last FROM store_clock), "
      "COALESCE((SELECT x.superseded FROM extraction x WHERE x.superseded <> ",
      kForever, " ORDER BY x.superseded DESC LIMIT 1), 0)"));
  Progress progress;
  if (query.Next()) progress = {query.GetInt(0), query.GetInt(1), query.GetInt(2)};
  ISNAD_RETURN_IF_ERROR(query.status());
  return progress;
}

absl::Status PostingCache::CatchUp(Connection& connection, const PassageIndex& index,
                                   const Progress& progress) {
  {
    absl::ReaderMutexLock lock(&mutex_);
    if (progress.newest_passage <= newest_ && progress.latest_end <= passages_.latest_end()) {
      return absl::OkStatus();
    }
  }
  absl::MutexLock lock(&mutex_);
  ISNAD_RETURN_IF_ERROR(AddPassages(connection, index, progress.newest_passage));
  return passages_.AddEnds(connection);
}

absl::Status PostingCache::AddPassages(Connection& connection, const PassageIndex& index,
                                       int64_t newest) {
  while (newest_ < newest) {
    std::vector<int64_t> rows;
    std::vector<std::pair<std::string, std::string>> terms;
    {
      Query scan = connection.Prepare(index.ScanQuery());
      scan.Int(newest_).Int(kScanRows);
      while (scan.Next()) {
        rows.push_back(scan.GetInt(0));
        terms.emplace_back(scan.GetText(1), scan.GetText(2));
      }
      ISNAD_RETURN_IF_ERROR(scan.status());
    }
    ISNAD_RETURN_IF_ERROR(passages_.Add(connection, newest_, rows));
    for (const auto& [surface, stem] : terms) Add(surface, stem);
    // The newest passages may be of a kind that is not indexed.
    newest_ = static_cast<int64_t>(rows.size()) < kScanRows ? newest : rows.back();
  }
  return absl::OkStatus();
}

PassageCandidates PostingCache::Search(const PassageSearch& search, const Progress& progress) {
  PassageCandidates result;
  result.statistics.passage_count = static_cast<int64_t>(lengths_.size());
  if (!lengths_.empty()) {
    result.statistics.mean_length =
        static_cast<double>(total_length_) / static_cast<double>(lengths_.size());
  }
  std::vector<SoughtTerm> sought;
  for (const SearchTerm& term : search.terms) {
    const auto found = terms_.find(KeyOf(term.field, EncodeTerm(term.term)));
    const PostingList* const postings = found == terms_.end() ? nullptr : &found->second;
    const uint32_t holders = postings == nullptr ? 0 : postings->holders();
    result.statistics.document_frequencies.push_back(holders);
    sought.push_back({postings,
                      term.weight * InverseFrequency(holders, result.statistics.passage_count),
                      term.word});
  }
  const auto limit = static_cast<size_t>(std::max(0, search.candidate_limit));
  for (ScoredPassage& best :
       FindBestPassages(sought, lengths_, result.statistics.mean_length, limit)) {
    if (!passages_.Stood(best.number, progress.clock)) continue;
    PassageCandidate candidate{passages_.At(best.number), static_cast<int>(lengths_[best.number]),
                               std::move(best.counts)};
    // Others may have searched later states already.
    if (candidate.passage.id > progress.newest_passage) continue;
    result.passages.push_back(std::move(candidate));
  }
  return result;
}

absl::StatusOr<PassageCandidates> PostingCache::Find(Connection& connection,
                                                     const PassageIndex& index,
                                                     const PassageSearch& search) {
  ISNAD_ASSIGN_OR_RETURN(const Progress progress, ReadProgress(connection));
  ISNAD_RETURN_IF_ERROR(CatchUp(connection, index, progress));
  absl::ReaderMutexLock lock(&mutex_);
  return Search(search, progress);
}

}  // namespace isnad::facts::sql
