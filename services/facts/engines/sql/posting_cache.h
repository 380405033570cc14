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
#include "services/facts/engines/sql/passage_directory.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/facts/engines/sql/passage_scoring.h"
#include "services/facts/engines/sql/posting_list.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

// Finds the best passages of a store by BM25 without asking its database: what SQLite's full-text
// index takes tens of milliseconds for among 100,000 passages takes a fraction of one.
//
// A copy of what the store's PassageIndex holds, about three bytes for each different term of a
// passage, and of what ranking asks of passages. It is made by the first search and catches up with
// what was stored since by every later one, whoever stored it: rows of passages are numbered in the
// order of commits. It knows terms by their hashes, so no word outlives a purge here.
//
// Thread-safe.
class PostingCache {
 public:
  // The passages that stand and hold terms of the search, as the connection sees the store, best
  // first: what is left of the best `candidate_limit` that ever stood. The statistics are over all
  // that was ever stored, and may be of a later time. Must not be called within a transaction that
  // writes: what is rolled back would stay.
  absl::StatusOr<PassageCandidates> Find(Connection& connection, const PassageIndex& index,
                                         const PassageSearch& search);

 private:
  // What the store of a connection has come to.
  struct Progress {
    int64_t newest_passage = 0;
    Micros clock = 0;
    Micros latest_end = 0;  // Of an extraction.
  };

  static absl::StatusOr<Progress> ReadProgress(Connection& connection);
  absl::Status CatchUp(Connection& connection, const PassageIndex& index, const Progress& progress);
  absl::Status AddPassages(Connection& connection, const PassageIndex& index, int64_t newest)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Add(absl::string_view surface, absl::string_view stem) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void AddTerms(absl::string_view terms, TermField field) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  PassageCandidates Search(const PassageSearch& search, const Progress& progress)
      ABSL_SHARED_LOCKS_REQUIRED(mutex_);

  absl::Mutex mutex_;
  int64_t newest_ ABSL_GUARDED_BY(mutex_) = 0;  // Row up to which all passages are here.
  PassageDirectory passages_ ABSL_GUARDED_BY(mutex_);
  std::vector<uint32_t> lengths_ ABSL_GUARDED_BY(mutex_);
  int64_t total_length_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::flat_hash_map<uint64_t, PostingList> terms_ ABSL_GUARDED_BY(mutex_);
  absl::flat_hash_map<uint64_t, uint32_t> counts_ ABSL_GUARDED_BY(mutex_);  // Scratch of Add.
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_CACHE_H_
