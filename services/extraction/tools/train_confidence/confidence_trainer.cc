#include "services/extraction/tools/train_confidence/confidence_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {
namespace {

constexpr char kBias[] = "bias";

struct Weight {
  double value = 0;
  double squares = 1e-8;  // sum of squared gradients
  double pull = 0;
};

// std::shuffle may differ between libraries; the shipped model must not.
void Shuffle(std::mt19937* random, std::vector<size_t>* order) {
  for (size_t i = order->size(); i > 1; --i) std::swap((*order)[i - 1], (*order)[(*random)() % i]);
}

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
  std::map<std::string, size_t> places;
  std::vector<Weight> weights;
  for (const auto& [feature, count] : counts) {
    if (count < options.least_count) continue;
    places[feature] = weights.size();
    weights.push_back({0, 1e-8, feature == kBias ? 0 : options.prior / facts.size()});
  }
  std::vector<std::vector<size_t>> rows;
  for (const CheckedFact& fact : facts) {
    std::vector<size_t>& row = rows.emplace_back();
    for (const std::string& feature : fact.features) {
      const auto place = places.find(feature);
      if (place != places.end()) row.push_back(place->second);
    }
  }
  std::vector<size_t> order(facts.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(1);
  for (int round = 0; round < options.rounds; ++round) {
    Shuffle(&random, &order);
    for (const size_t i : order) {
      double log_odds = 0;
      for (const size_t place : rows[i]) log_odds += weights[place].value;
      const double error = (facts[i].right ? 1 : 0) - 1 / (1 + std::exp(-log_odds));
      for (const size_t place : rows[i]) {
        Weight& weight = weights[place];
        const double gradient = error - weight.pull * weight.value;
        weight.squares += gradient * gradient;
        weight.value += options.rate * gradient / std::sqrt(weight.squares);
      }
    }
  }
  FeatureWeights out;
  for (const auto& [feature, place] : places) {
    // Four digits are more than so few facts can tell.
    const float rounded = static_cast<float>(std::round(weights[place].value * 1e4) / 1e4);
    if (rounded != 0) out.emplace_back(feature, rounded);
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
