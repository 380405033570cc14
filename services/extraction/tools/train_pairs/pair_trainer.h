// Learns what the features of a pair of ends tell about the facts that join them.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_TRAINER_H_

#include <string>
#include <vector>

#include "services/extraction/relations/pairs/pair_model.h"
#include "services/extraction/tools/train_pairs/pair_examples.h"

namespace isnad::extraction {

struct PairOptions {
  int least_count = 2;  // features of fewer pairs are left out
  int rounds = 30;
  double rate = 0.15;  // length of the first steps
  // Strength of the pull to zero: half of this times the square of each weight is lost.
  double prior = 5;
};

// A logistic regression with a Gaussian prior for each type, by stochastic steps whose length falls
// with what a weight has moved already (AdaGrad, Duchi et al. 2011), in an order that is the same
// every time. The same examples give the same weights.
PairWeights LearnPairs(const std::vector<const PairExample*>& examples,
                       const std::vector<std::string>& types, const PairOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_TRAINER_H_
