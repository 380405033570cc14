#include "services/extraction/relations/confidence/confidence_model.h"

#include <algorithm>
#include <cmath>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/extraction/relations/confidence/fact_features.h"

namespace isnad::extraction {
namespace {

constexpr size_t kMostReasons = 5;  // signs against a fact that are told one by one

double Probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

}  // namespace

ConfidenceModel::ConfidenceModel(const FeatureWeights& weights)
    : weights_(weights.begin(), weights.end()) {}

absl::StatusOr<ConfidenceModel> ConfidenceModel::Create(const ModelSet& models) {
  const auto file = models.Find(kConfidenceModel);
  if (!file.ok()) return file.status();
  const auto lines = file->Bytes(kConfidenceWeights);
  if (!lines.ok()) return lines.status();
  FeatureWeights weights;
  for (absl::string_view line : absl::StrSplit(*lines, '\n', absl::SkipEmpty())) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(line, absl::MaxSplits('\t', 1));
    float weight = 0;
    if (!absl::SimpleAtof(parts.first, &weight) || parts.second.empty()) {
      return absl::DataLossError(
          absl::StrCat("confidence.model: no weight and feature: \"", line, "\""));
    }
    weights.emplace_back(parts.second, weight);
  }
  return ConfidenceModel(weights);
}

void ConfidenceModel::Judge(const PhraseIndex& index, const PairReading* pairs,
                            std::vector<FactRecord>* facts) const {
  for (const FactWithFeatures& judged : FeaturesOf(index, *facts, pairs)) {
    Judge(judged.features, &(*facts)[judged.fact]);
  }
}

void ConfidenceModel::Judge(const std::vector<std::string>& features, FactRecord* fact) const {
  double log_odds = 0;
  std::vector<std::pair<float, const std::string*>> against;
  for (const std::string& feature : features) {
    const auto found = weights_.find(feature);
    if (found == weights_.end()) continue;
    if (found->second < 0) {
      against.emplace_back(found->second, &feature);
    } else {
      log_odds += found->second;
    }
  }
  std::sort(against.begin(), against.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : *a.second < *b.second;
  });
  double lost = 0;
  for (const auto& [weight, feature] : against) lost += weight;
  const double best = Probability(log_odds);
  fact->confidence = best;
  fact->confidence_factors.assign(1, {"what speaks for it", best});
  if (against.empty()) return;
  // Each sign takes its share of the loss by its weight, in whatever order they are told.
  const double log_loss = std::log(Probability(log_odds + lost) / best);
  double rest = 1;
  for (size_t i = 0; i < against.size(); ++i) {
    const double factor = std::exp(log_loss * against[i].first / lost);
    if (i < kMostReasons) {
      fact->LowerConfidence(*against[i].second, factor);
    } else {
      rest *= factor;
    }
  }
  if (against.size() > kMostReasons) fact->LowerConfidence("lesser signs", rest);
}

}  // namespace isnad::extraction
