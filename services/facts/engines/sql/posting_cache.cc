#include "services/facts/engines/sql/posting_cache.h"

#include <algorithm>
#include <utility>

#include "absl/hash/hash.h"
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

absl::StatusOr<int64_t> NewestPassage(Connection& connection) {
  Query query = connection.Prepare("SELECT COALESCE(MAX(id), 0) FROM passage");
  const int64_t newest = query.Next() ? query.GetInt(0) : 0;
  ISNAD_RETURN_IF_ERROR(query.status());
  return newest;
}

}  // namespace

void PostingCache::AddTerms(absl::string_view terms, TermField field) {
  for (const absl::string_view term : absl::StrSplit(terms, ' ', absl::SkipEmpty())) {
    ++counts_[KeyOf(field, term)];
  }
}

void PostingCache::Add(int64_t passage, absl::string_view surface, absl::string_view stem) {
  counts_.clear();
  AddTerms(stem, TermField::kStem);
  uint32_t length = 0;
  for (const auto& count : counts_) length += count.second;
  AddTerms(surface, TermField::kSurface);
  const auto number = static_cast<uint32_t>(passages_.size());
  passages_.push_back(passage);
  lengths_.push_back(length);
  total_length_ += length;
  for (const auto& [key, count] : counts_) {
    terms_[key].Add(number, count, length);
  }
}

absl::Status PostingCache::CatchUp(Connection& connection, const PassageIndex& index) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t newest, NewestPassage(connection));
  {
    absl::ReaderMutexLock lock(&mutex_);
    if (newest <= newest_) return absl::OkStatus();
  }
  absl::MutexLock lock(&mutex_);
  while (newest_ < newest) {
    Query scan = connection.Prepare(index.ScanQuery());
    scan.Int(newest_).Int(kScanRows);
    int64_t rows = 0;
    for (; scan.Next(); ++rows) {
      newest_ = scan.GetInt(0);
      Add(newest_, scan.GetText(1), scan.GetText(2));
    }
    ISNAD_RETURN_IF_ERROR(scan.status());
    // The newest passages may be of a kind that is not indexed.
    if (rows < kScanRows) newest_ = std::max(newest_, newest);
  }
  return absl::OkStatus();
}

PostingCache::Result PostingCache::Search(const PassageSearch& search) {
  Result result;
  result.statistics.passage_count = static_cast<int64_t>(passages_.size());
  if (!passages_.empty()) {
    result.statistics.mean_length =
        static_cast<double>(total_length_) / static_cast<double>(passages_.size());
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
       scorer_.FindBest(sought, lengths_, result.statistics.mean_length, limit)) {
    result.passages.push_back(
        {passages_[best.number], static_cast<int>(lengths_[best.number]), std::move(best.counts)});
  }
  return result;
}

absl::StatusOr<PostingCache::Result> PostingCache::Find(Connection& connection,
                                                        const PassageIndex& index,
                                                        const PassageSearch& search) {
  ISNAD_RETURN_IF_ERROR(CatchUp(connection, index));
  absl::ReaderMutexLock lock(&mutex_);
  return Search(search);
}

}  // namespace isnad::facts::sql
