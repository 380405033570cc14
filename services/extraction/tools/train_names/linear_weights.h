// Weights in training: one for each feature and label.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_LINEAR_WEIGHTS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_LINEAR_WEIGHTS_H_

#include <array>
#include <vector>

#include "absl/types/span.h"
#include "services/extraction/names/learned/label_search.h"
#include "services/extraction/names/learned/name_label.h"

namespace isnad::extraction {

// Padded so that a feature's weights share a cache line.
struct alignas(64) FeatureWeights {
  std::array<float, 16> of{};
};

struct LinearWeights {
  std::vector<FeatureWeights> features;
  LabelTransitions<float> transitions{};

  explicit LinearWeights(size_t size = 0) : features(size) {}

  LabelRow<float> Score(absl::Span<const uint32_t> numbers) const {
    std::array<float, 12> sums{};
    for (const uint32_t number : numbers) {
      const FeatureWeights& weights = features[number];
      for (int label = 0; label < 12; ++label) sums[label] += weights.of[label];
    }
    LabelRow<float> row;
    for (int label = 0; label < kNameLabels; ++label) row[label] = sums[label];
    return row;
  }

  // Adds `other`, times `factor`.
  void Add(const LinearWeights& other, float factor);

  // Makes the weights of the outside label 0 without changing what any sentence is read as.
  void LeanOnOutside();
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_LINEAR_WEIGHTS_H_
