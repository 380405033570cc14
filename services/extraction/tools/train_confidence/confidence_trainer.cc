#include "services/extraction/tools/train_confidence/confidence_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {
namespace {

constexpr char kBias[] = "bias";

// No step of a weight is longer: far from the end a curve that is flat there promises too much.
constexpr double kLongestStep = 1.0;

double ConfidenceOf(const CheckedFact& checked, const ConfidenceModel& model) {
  FactRecord fact;
  model.Judge(checked.features, &fact);
  return fact.confidence;
}

}  // namespace

FeatureWeights LearnConfidence(const std::vector<CheckedFact>& facts,
                               const ConfidenceOptions& options) {
  std::map<std::string, int> counts;
  for (const CheckedFact& fact : facts) {
    for (const std::string& feature : fact.features) ++counts[feature];
  }
  // The facts that have a feature, and its weight.
  struct Column {
    std::string feature;
    std::vector<size_t> facts;
    double weight = 0;
    double pull = 0;
  };
  std::vector<Column> columns;
  std::map<std::string, size_t> places;
  for (const auto& [feature, count] : counts) {
    if (count < options.least_count) continue;
    places[feature] = columns.size();
    columns.push_back({feature, {}, 0, feature == kBias ? 0 : options.prior});
  }
  for (size_t i = 0; i < facts.size(); ++i) {
    for (const std::string& feature : facts[i].features) {
      const auto place = places.find(feature);
      if (place != places.end()) columns[place->second].facts.push_back(i);
    }
  }
  // Newton's step for one weight after the other, until the rounds are over.
  std::vector<double> log_odds(facts.size());
  for (int round = 0; round < options.rounds; ++round) {
    for (Column& column : columns) {
      double gradient = column.pull * column.weight;
      double curve = column.pull;
      for (const size_t i : column.facts) {
        const double likely = 1 / (1 + std::exp(-log_odds[i]));
        gradient += likely - (facts[i].right ? 1 : 0);
        curve += likely * (1 - likely);
      }
      if (curve <= 0) continue;
      const double step = std::clamp(-gradient / curve, -kLongestStep, kLongestStep);
      column.weight += step;
      for (const size_t i : column.facts) log_odds[i] += step;
    }
  }
  FeatureWeights out;
  for (const Column& column : columns) {
    // Four digits are more than so few facts can tell.
    const float rounded = static_cast<float>(std::round(column.weight * 1e4) / 1e4);
    if (rounded != 0) out.emplace_back(column.feature, rounded);
  }
  return out;
}

double PairsInOrder(const std::vector<CheckedFact>& facts, const ConfidenceModel& model) {
  std::vector<double> right, wrong;
  for (const CheckedFact& fact : facts) {
    (fact.right ? right : wrong).push_back(ConfidenceOf(fact, model));
  }
  if (right.empty() || wrong.empty()) return 0;
  double in_order = 0;
  for (const double a : right) {
    for (const double b : wrong) in_order += a > b ? 1 : a == b ? 0.5 : 0;
  }
  return in_order / (static_cast<double>(right.size()) * wrong.size());
}

}  // namespace isnad::extraction
