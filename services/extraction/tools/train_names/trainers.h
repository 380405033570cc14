// Learns the weights.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_TRAINERS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_TRAINERS_H_

#include <cstdint>
#include <vector>

#include "services/extraction/tools/train_names/feature_index.h"
#include "services/extraction/tools/train_names/linear_weights.h"
#include "services/extraction/tools/train_names/training_text.h"

namespace isnad::extraction {

struct TrainingSet {
  const AnnotatedText* text;
  const FeatureIndex* features;
  std::vector<int> sentences;  // those to learn from
};

struct PerceptronOptions {
  int epochs = 15;
  uint64_t seed = 1;
  // Added to the score of labels other than the right one while learning, for words of names and
  // for other words: the larger for names, the more names are found.
  float name_cost = 1;
  float outside_cost = 0;
  // Share of the words whose own spelling is hidden while learning, so that the tagger learns to do
  // without: names at run time are mostly new.
  double hidden_words = 0.1;
};

// Averaged structured perceptron (Collins 2002) with costs (Tsochantaridis et al. 2005).
LinearWeights TrainPerceptron(const TrainingSet& set, const PerceptronOptions& options);

// Labels of the given sentences; the others stay outside.
std::vector<NameLabel> LabelSentences(const TrainingSet& set, const LinearWeights& weights);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_TRAINERS_H_
