// Trains the weights of PosTagger.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_TAGGER_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_TAGGER_TRAINER_H_

#include <cstdint>
#include <vector>

#include "services/extraction/morphology/pos_tagger.h"
#include "services/extraction/morphology/tag_units.h"

namespace isnad::extraction {

// A sentence with its right tags.
struct TagExample {
  std::vector<UnitFeatures> units;
  std::vector<Tag> tags;
};

// The arrays that PosTagger refers to.
struct TaggerWeights {
  WeightArrays weights;
  std::vector<int16_t> transitions;

  PosTagger Tagger() const { return PosTagger(weights.Table(), transitions); }
};

// Averaged structured perceptron. The same examples give the same weights.
TaggerWeights TrainTagger(const std::vector<TagExample>& examples);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_TAGGER_TRAINER_H_
