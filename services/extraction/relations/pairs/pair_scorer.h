// Log odds of the pairs of one text.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_SCORER_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_SCORER_H_

#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/relations/pairs/pair_features.h"
#include "services/extraction/relations/pairs/pair_model.h"

namespace isnad::extraction {

// A word stands in the same place beside many pairs: what it is worth there is looked up once.
// Borrows everything it is given. For one thread.
class PairScorer {
 public:
  PairScorer(int tokens, PairFeatures* features, const PairModel* model);

  // The log odds of each of the model's types, for a pair of this description.
  void Score(const PairDescription& pair, std::vector<float>* log_odds);

  // The word that speaks most for the type, or -1 when none does.
  int TellingToken(const PairDescription& pair, size_t type);

 private:
  const PairUnits& UnitsOf(const PlacedWord& word);
  const PairUnits& UnitsOfPassage(int passage, int place);

  PairFeatures& features_;
  const PairModel& model_;
  // By token and place: index into `units_`; -1 before it is asked.
  std::vector<int> places_;
  // By passage and place, the same.
  absl::flat_hash_map<std::pair<int, int>, int> passages_;
  std::deque<PairUnits> units_;
  std::vector<uint32_t> keys_;  // of the word that is looked up
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_SCORER_H_
