#include "services/extraction/reference/antecedent_chooser.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

constexpr double kLeastProbability = 0.4;
constexpr double kLeastConfidence = 0.3;
constexpr double kConfidenceRange = 0.5;

}  // namespace

double AntecedentChooser::ConfidenceOf(const ReferenceDecision& decision) {
  return kLeastConfidence + kConfidenceRange * decision.probability;
}

ReferenceDecision AntecedentChooser::Choose(const ReferenceSite& site) {
  ReferenceDecision decision;
  decision.token = site.token;
  decision.kind = site.kind;
  decision.candidates = AntecedentsOf(site, discourse_, subjects_, &rivals_);
  const std::vector<double> probabilities = model_.Probabilities(site.kind, decision.candidates);
  const auto best = std::max_element(probabilities.begin(), probabilities.end());
  if (*best < kLeastProbability) return decision;
  decision.entity = decision.candidates[best - probabilities.begin()].entity;
  decision.probability = *best;
  return decision;
}

}  // namespace isnad::extraction
