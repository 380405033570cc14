// Learns what the signs of a fact tell about its being right.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_CONFIDENCE_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_CONFIDENCE_TRAINER_H_

#include <string>
#include <vector>

#include "services/extraction/relations/confidence/confidence_model.h"

namespace isnad::extraction {

// A fact with its features, and whether it is right.
struct CheckedFact {
  std::vector<std::string> features;
  bool right = false;
};

struct ConfidenceOptions {
  int least_count = 3;  // features of fewer facts are left out
  int rounds = 40;
  // Strength of the pull to zero: half of this times the square of each weight is lost.
  double prior = 14;
};

// Logistic regression with a Gaussian prior, by coordinate descent in the order of the features'
// names. The same facts give the same weights. Weights are sorted by name, those of zero left out.
FeatureWeights LearnConfidence(const std::vector<CheckedFact>& facts,
                               const ConfidenceOptions& options);

// How well confidences tell right facts from wrong ones: the share of pairs of a right and a wrong
// one in which the right one has the higher confidence, ties counting half. 0 without such pairs.
double PairsInOrder(const std::vector<CheckedFact>& facts, const ConfidenceModel& model);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_CONFIDENCE_TRAINER_H_
