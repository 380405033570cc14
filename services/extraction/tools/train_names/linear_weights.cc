#include "services/extraction/tools/train_names/linear_weights.h"

namespace isnad::extraction {

void LinearWeights::Add(const LinearWeights& other, float factor) {
  for (size_t i = 0; i < features.size(); ++i) {
    for (int label = 0; label < kNameLabels; ++label) {
      features[i].of[label] += factor * other.features[i].of[label];
    }
  }
  for (int before = 0; before <= kNameLabels; ++before) {
    for (int label = 0; label < kNameLabels; ++label) {
      transitions[before][label] += factor * other.transitions[before][label];
    }
  }
}

void LinearWeights::LeanOnOutside() {
  for (FeatureWeights& weights : features) {
    const float outside = weights.of[kOutside];
    for (int label = 0; label < kNameLabels; ++label) weights.of[label] -= outside;
  }
}

}  // namespace isnad::extraction
