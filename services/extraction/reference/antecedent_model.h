// How likely each entity is what a word refers to, learned from texts in which people marked it.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_MODEL_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_MODEL_H_

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/reference/antecedent_features.h"

namespace isnad::extraction {

// Weights by name: "feature" for all kinds of reference, "kind/feature" for what one kind adds.
using AntecedentWeights = std::vector<std::pair<std::string, float>>;

// A log-linear ranker of antecedents after Denis and Baldridge (2008): all candidates of a
// reference compete at once, and nobody is one of them. Immutable, thread-safe.
class AntecedentModel {
 public:
  // Reads "references.model". NOT_FOUND when the set has none, DATA_LOSS when it is damaged.
  static absl::StatusOr<AntecedentModel> Create(const ModelSet& models);

  // INVALID_ARGUMENT for names of no feature.
  static absl::StatusOr<AntecedentModel> Of(const AntecedentWeights& weights);

  // Probability of each candidate; together 1.
  std::vector<double> Probabilities(ReferenceKind kind,
                                    const std::vector<AntecedentCandidate>& candidates) const;

 private:
  AntecedentModel() = default;

  std::array<std::array<float, kAntecedentFeatures>, kReferenceKinds> weights_{};
};

// Name of the model in its set.
constexpr char kAntecedentModel[] = "references";

// Section of the model file: a line a weight, its value, a tab and its name.
constexpr char kAntecedentWeights[] = "weights";

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_MODEL_H_
