#include "services/extraction/reference/salience.h"

#include <algorithm>
#include <cmath>

#include "services/extraction/reference/reference_resolver.h"

namespace isnad::extraction {
namespace {

constexpr double kFadePerPassage = 0.6;
constexpr double kFrequencyWeight = 0.25;
constexpr double kSubjectWeight = 0.5;

bool IsName(const Mention& mention) {
  return mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName;
}

}  // namespace

Salience::Salience(const Analysis* analysis)
    : analysis_(*analysis),
      counts_(analysis->entities.size(), 0),
      subject_(DocumentSubject(*analysis)) {
  for (const Mention& mention : analysis_.mentions) {
    if (IsName(mention)) ++counts_[mention.entity];
  }
}

int Salience::Best(int token, int passages, const std::function<bool(int entity)>& fits) const {
  const int here = analysis_.tokens[token].passage;
  std::vector<double> weights(counts_.size(), 0);
  for (const Mention& mention : analysis_.mentions) {
    if (mention.tokens.begin >= token) break;
    if (!IsName(mention) || !fits(mention.entity)) continue;
    const int away = here - analysis_.tokens[mention.tokens.begin].passage;
    if (away > passages) continue;
    // A position of its own keeps the later of two names in one sentence ahead by a little.
    const double position = 1e-4 * mention.tokens.begin / (token + 1.0);
    weights[mention.entity] =
        std::max(weights[mention.entity], std::pow(kFadePerPassage, away) + position);
  }
  int best = -1;
  double best_weight = 0;
  for (size_t entity = 0; entity < weights.size(); ++entity) {
    if (weights[entity] == 0) continue;
    double weight = weights[entity] + kFrequencyWeight * std::log2(1.0 + counts_[entity]);
    if (static_cast<int>(entity) == subject_) weight += kSubjectWeight;
    if (weight > best_weight) {
      best = static_cast<int>(entity);
      best_weight = weight;
    }
  }
  return best;
}

int Salience::Nearest(int token, int passages, const std::function<bool(int entity)>& fits) const {
  const int here = analysis_.tokens[token].passage;
  for (auto mention = analysis_.mentions.rbegin(); mention != analysis_.mentions.rend();
       ++mention) {
    if (mention->tokens.end > token || !IsName(*mention)) continue;
    if (here - analysis_.tokens[mention->tokens.begin].passage > passages) return -1;
    if (fits(mention->entity)) return mention->entity;
  }
  return -1;
}

}  // namespace isnad::extraction
