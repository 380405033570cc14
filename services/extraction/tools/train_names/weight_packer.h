// Turns trained weights into the table that ships.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_WEIGHT_PACKER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_WEIGHT_PACKER_H_

#include <cstdint>
#include <vector>

#include "services/extraction/names/learned/name_weights.h"
#include "services/extraction/tools/train_names/linear_weights.h"

namespace isnad::extraction {

struct PackedWeights {
  std::vector<NameWeightBucket> buckets;
  LabelTransitions<int32_t> transitions{};
  float scale = 1;  // packed weight of 1
  int kept = 0;     // features
  int dropped = 0;
};

// Keeps the heaviest features that fit into `most_bytes`, in eight bits a weight. `keys` are those
// of the weights' features. Deterministic.
PackedWeights PackWeights(LinearWeights weights, const std::vector<uint64_t>& keys,
                          size_t most_bytes);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_WEIGHT_PACKER_H_
