// Learns the tagger: facts from lists, weights from annotated text, and more facts from raw text
// that the tagger reads itself.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_LEARN_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_LEARN_NAMES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/names/learned/name_features.h"
#include "services/extraction/names/learned/name_model.h"
#include "services/extraction/tools/train_names/trainers.h"
#include "services/extraction/tools/train_names/training_text.h"
#include "services/extraction/tools/train_names/weight_packer.h"

namespace isnad::extraction {

// A document of raw text.
struct RawDocument {
  std::string title;
  std::string text;
};

struct LearnNamesOptions {
  uint32_t feature_groups = kAllFeatureGroups;
  // Averaged perceptrons with different orders of the sentences, whose weights are averaged: less
  // chance in the outcome.
  int perceptrons = 8;
  PerceptronOptions perceptron;
  // Of the two taggers that read the raw text; each reads for the half that it did not learn from.
  int reader_epochs = 8;
  size_t weight_bytes = 3 << 20;
};

// What was learned from: everything must outlive the learning.
struct NameSources {
  const AnnotatedText* text;
  // Facts of the lists, by hash; see NameLists.
  const absl::flat_hash_map<uint64_t, uint64_t>* facts;
  const std::vector<RawDocument>* raw;   // may be empty: no self-training then
  const WordDistribution* distribution;  // may be null
};

// The parts of names.model in memory.
class LearnedTagger {
 public:
  // Learns from the given sentences. Deterministic.
  static LearnedTagger Learn(const NameSources& sources, const std::vector<int>& sentences,
                             const LearnNamesOptions& options);

  // Valid as long as this object.
  NameModel Model() const;

  // Sets the confidence of names by margin, from text that was not learned from.
  void Calibrate(const AnnotatedText& text, const std::vector<int>& sentences,
                 uint32_t feature_groups);
  void SetCalibration(const NameCalibration& calibration) { calibration_ = calibration; }
  const NameCalibration& calibration() const { return calibration_; }

  const PackedWeights& weights() const { return weights_; }
  size_t fact_bytes() const { return facts_.size() * sizeof(FactBucket); }

  ModelWriter ToFile() const;

 private:
  std::vector<FactBucket> facts_;
  PackedWeights weights_;
  NameCalibration calibration_;
};

// Gold, found and right names by kind; the last element counts all.
struct KindScore {
  int gold = 0;
  int found = 0;
  int right = 0;

  double F1() const { return gold + found == 0 ? 0 : 200.0 * right / (gold + found); }
};
using KindScores = std::array<KindScore, kNameKinds + 1>;

// Reads the whole text and scores the given sentences, by exact spans.
KindScores ScoreTagger(const NameModel& model, const AnnotatedText& text,
                       const std::vector<int>& sentences, uint32_t feature_groups);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_LEARN_NAMES_H_
