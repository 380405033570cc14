#include "services/extraction/reference/antecedent_model.h"

#include <algorithm>
#include <cmath>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace isnad::extraction {
namespace {

int FeatureNamed(absl::string_view name) {
  const auto found =
      std::find(std::begin(kAntecedentFeatureNames), std::end(kAntecedentFeatureNames), name);
  return found == std::end(kAntecedentFeatureNames)
             ? -1
             : static_cast<int>(found - std::begin(kAntecedentFeatureNames));
}

}  // namespace

absl::StatusOr<AntecedentModel> AntecedentModel::Create(const ModelSet& models) {
  const auto file = models.Find(kAntecedentModel);
  if (!file.ok()) return file.status();
  const auto lines = file->Bytes(kAntecedentWeights);
  if (!lines.ok()) return lines.status();
  AntecedentWeights weights;
  for (absl::string_view line : absl::StrSplit(*lines, '\n', absl::SkipEmpty())) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(line, absl::MaxSplits('\t', 1));
    float weight = 0;
    if (!absl::SimpleAtof(parts.first, &weight)) {
      return absl::DataLossError(absl::StrCat("references.model: no weight: \"", line, "\""));
    }
    weights.emplace_back(parts.second, weight);
  }
  auto model = Of(weights);
  if (!model.ok()) return absl::DataLossError(model.status().message());
  return model;
}

absl::StatusOr<AntecedentModel> AntecedentModel::Of(const AntecedentWeights& weights) {
  AntecedentModel model;
  for (const auto& [name, weight] : weights) {
    bool known = false;
    for (int kind = 0; kind < kReferenceKinds; ++kind) {
      const std::string prefix = absl::StrCat(NameOf(static_cast<ReferenceKind>(kind)), "/");
      const bool own = name.compare(0, prefix.size(), prefix) == 0;
      if (!own && name.find('/') != std::string::npos) continue;
      const int feature = FeatureNamed(own ? absl::string_view(name).substr(prefix.size()) : name);
      if (feature < 0) continue;
      known = true;
      model.weights_[kind][feature] += weight;
    }
    if (!known) {
      return absl::InvalidArgumentError(absl::StrCat("no feature of antecedents: \"", name, "\""));
    }
  }
  return model;
}

std::vector<double> AntecedentModel::Probabilities(
    ReferenceKind kind, const std::vector<AntecedentCandidate>& candidates) const {
  const auto& weights = weights_[static_cast<int>(kind)];
  std::vector<double> scores;
  double most = -1e9;
  for (const AntecedentCandidate& candidate : candidates) {
    double score = 0;
    for (const auto& [feature, value] : candidate.features) {
      score += weights[static_cast<int>(feature)] * value;
    }
    scores.push_back(score);
    most = std::max(most, score);
  }
  double sum = 0;
  for (double& score : scores) {
    score = std::exp(score - most);
    sum += score;
  }
  for (double& score : scores) score /= sum;
  return scores;
}

}  // namespace isnad::extraction
