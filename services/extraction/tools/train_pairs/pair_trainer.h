// Learns what the features of a pair of ends tell about the facts that join them.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_TRAINER_H_

#include <string>
#include <vector>

#include "services/extraction/relations/pairs/pair_model.h"
#include "services/extraction/tools/train_pairs/pair_examples.h"

namespace isnad::extraction {

struct PairOptions {
  int least_count = 3;  // features of fewer pairs are left out
  int rounds = 5;
  int batch = 256;        // pairs of one step
  float rate = 0.002F;    // length of the first steps
  float slowing = 0.75F;  // factor of the length after each round
  // Shares of the features and of the hidden units that are left out of a step at random, so that
  // none is relied upon alone.
  double dropped_features = 0.1, dropped_units = 0.2;
};

// A network with one hidden layer, by Adam (Kingma and Ba 2015) with dropout (Srivastava et al.
// 2014); the moments of a feature change only in the steps that have it. The order is the same
// every time, so that the same examples give the same weights.
PairWeights LearnPairs(const std::vector<const PairExample*>& examples,
                       const std::vector<std::string>& types, const PairOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_TRAINER_H_
