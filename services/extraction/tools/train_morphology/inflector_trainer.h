// Trains the weights of Inflector.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_INFLECTOR_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_INFLECTOR_TRAINER_H_

#include <vector>

#include "services/extraction/morphology/weight_table.h"
#include "services/extraction/tools/train_morphology/treebank_examples.h"

namespace isnad::extraction {

// Averaged perceptrons, one for each category. The same examples give the same weights.
WeightArrays TrainInflector(const std::vector<InflectionExample>& examples);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_INFLECTOR_TRAINER_H_
