// The best passages of a search, by postings.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_SCORING_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_SCORING_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "services/facts/engines/sql/posting_list.h"

namespace isnad::facts::sql {

// A term of a search. Terms of one word are alternatives, of which the best counts.
struct SoughtTerm {
  const PostingList* postings = nullptr;  // None when no passage holds it.
  double worth = 0;                       // Its weight and rarity, 0 or more.
  int word = 0;
};

struct ScoredPassage {
  uint32_t number = 0;
  float score = 0;
  std::vector<int> counts;  // Of each term.
};

// Scores passages by BM25. Reads the rarest words whole; once the passages found cannot be
// overtaken by others any more, it only looks these up in the lists of commoner words, which hold
// most of all postings. Thread safe.
class PassageScorer {
 public:
  // At most `limit` passages, best first, those stored first before others of the same score.
  // `lengths` are of all passages, in stem terms, by number.
  std::vector<ScoredPassage> FindBest(const std::vector<SoughtTerm>& terms,
                                      const std::vector<uint32_t>& lengths, double mean_length,
                                      size_t limit);

 private:
  // All 0 between searches.
  struct Scratch {
    std::vector<float> scores;
    std::vector<float> of_word;
  };
  friend class Scoring;

  std::unique_ptr<Scratch> TakeScratch(size_t passages);
  void GiveBack(std::unique_ptr<Scratch> scratch);

  absl::Mutex mutex_;
  std::vector<std::unique_ptr<Scratch>> idle_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_SCORING_H_
