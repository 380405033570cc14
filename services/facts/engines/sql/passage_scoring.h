// The best passages of a search, by postings.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_SCORING_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_SCORING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

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

// Scores passages by BM25 and gives at most `limit`, best first, those stored first before others
// of the same score. `lengths` are of all passages, in stem terms, by number.
//
// Goes through the postings of the rarest words and looks passages up in the lists of commoner
// words, which hold most of all postings, only while these can still bring them among the best
// (MaxScore, Turtle and Flood 1995, over chunks of passages).
std::vector<ScoredPassage> FindBestPassages(const std::vector<SoughtTerm>& terms,
                                            const std::vector<uint32_t>& lengths,
                                            double mean_length, size_t limit);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_SCORING_H_
