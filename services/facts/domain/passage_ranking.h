// Ranks passages against the words of a question.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_PASSAGE_RANKING_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_PASSAGE_RANKING_H_

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "services/facts/store/query.h"

namespace isnad::facts {

struct RankedPassage {
  size_t candidate = 0;  // Index into the candidates.
  double score = 0;
  std::vector<int> matched_words;  // Sorted.
};

// Scores each candidate with BM25 (see ranking/bm25.h) over question words: terms of one word are
// alternatives of which the best counts, scaled by its weight. A passage gains for each of
// `entities` that it mentions and a little for being headline or lead. Best first; ties by document
// and position.
std::vector<RankedPassage> RankPassages(const PassageCandidates& candidates,
                                        const std::vector<SearchTerm>& terms,
                                        const std::vector<std::set<std::string>>& entities);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_PASSAGE_RANKING_H_
