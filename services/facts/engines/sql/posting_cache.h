// Which passages hold which terms, in memory.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_CACHE_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_CACHE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "services/facts/engines/sql/connection.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/facts/engines/sql/passage_scoring.h"
#include "services/facts/engines/sql/posting_list.h"
#include "services/facts/store/query.h"

namespace isnad::facts::sql {

// Finds the best passages of a store by BM25 without asking its database: what SQLite's full-text
// index takes tens of milliseconds for among 100,000 passages takes a fraction of one.
//
// A copy of what the store's PassageIndex holds, about three bytes for each different term of a
// passage. It is made by the first search and catches up with what was stored since by every later
// one, whoever stored it: rows of passages are numbered in the order of commits. It knows terms by
// their hashes, so no word outlives a purge here, and nothing of what became of a passage later:
// callers look up which of the passages found still stand.
//
// Thread-safe.
class PostingCache {
 public:
  struct Found {
    int64_t passage = 0;
    int length = 0;           // Stem terms.
    std::vector<int> counts;  // Of each term of the search.
  };
  struct Result {
    std::vector<Found> passages;  // Best first, at most `candidate_limit`.
    TermStatistics statistics;    // Over all that was ever stored.
  };

  // The passages that hold terms of the search, as the connection sees the store, or later ones.
  // Must not be called within a transaction that writes: what is rolled back would stay.
  absl::StatusOr<Result> Find(Connection& connection, const PassageIndex& index,
                              const PassageSearch& search);

 private:
  absl::Status CatchUp(Connection& connection, const PassageIndex& index);
  void Add(int64_t passage, absl::string_view surface, absl::string_view stem)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void AddTerms(absl::string_view terms, TermField field) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  Result Search(const PassageSearch& search) ABSL_SHARED_LOCKS_REQUIRED(mutex_);

  PassageScorer scorer_;
  absl::Mutex mutex_;
  int64_t newest_ ABSL_GUARDED_BY(mutex_) = 0;             // Row up to which all passages are here.
  std::vector<int64_t> passages_ ABSL_GUARDED_BY(mutex_);  // Rows by number.
  std::vector<uint32_t> lengths_ ABSL_GUARDED_BY(mutex_);
  int64_t total_length_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::flat_hash_map<uint64_t, PostingList> terms_ ABSL_GUARDED_BY(mutex_);
  absl::flat_hash_map<uint64_t, uint32_t> counts_ ABSL_GUARDED_BY(mutex_);  // Scratch of Add.
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_CACHE_H_
