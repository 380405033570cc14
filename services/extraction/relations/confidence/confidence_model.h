// How likely a fact is right, learned from checked facts.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_CONFIDENCE_MODEL_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_CONFIDENCE_MODEL_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/pairs/pair_reading.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// Log odds that each feature of fact_features.h adds.
using FeatureWeights = std::vector<std::pair<std::string, float>>;

// A logistic regression over the features of FeaturesOf. Immutable, thread-safe.
class ConfidenceModel {
 public:
  // Reads "confidence.model". NOT_FOUND when the set has none, DATA_LOSS when it is damaged.
  static absl::StatusOr<ConfidenceModel> Create(const ModelSet& models);

  explicit ConfidenceModel(const FeatureWeights& weights);

  // Sets the confidence of all facts of one text and its factors: what speaks for the fact first,
  // then the signs against it, the gravest first. Each factor is over 0 and at most 1; their
  // product is the confidence. `pairs` as for FeaturesOf.
  void Judge(const PhraseIndex& index, const PairReading* pairs,
             std::vector<FactRecord>* facts) const;

  // Sets those of one fact from its features.
  void Judge(const std::vector<std::string>& features, FactRecord* fact) const;

 private:
  absl::flat_hash_map<std::string, float> weights_;
};

// Name of the model in its set.
constexpr char kConfidenceModel[] = "confidence";

// Section of the model file: a line a feature, its weight, a tab and its name.
constexpr char kConfidenceWeights[] = "weights";

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_CONFIDENCE_MODEL_H_
