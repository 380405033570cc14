#include "services/extraction/relations/pairs/pair_scorer.h"

#include <map>

namespace isnad::extraction {

PairScorer::PairScorer(int tokens, PairFeatures* features, const PairModel* model)
    : features_(*features),
      model_(*model),
      places_(static_cast<size_t>(tokens) * kWordPlaces, -1) {}

const PairUnits& PairScorer::UnitsOf(const PlacedWord& word) {
  int& place = places_[static_cast<size_t>(word.token) * kWordPlaces + word.place];
  if (place < 0) {
    place = static_cast<int>(units_.size());
    keys_.clear();
    features_.AddKeys(word, &keys_);
    units_.emplace_back(PairUnits{});
    model_.AddUnits(keys_, &units_.back());
  }
  return units_[place];
}

void PairScorer::Score(const PairDescription& pair, std::vector<float>* log_odds) {
  PairUnits sum = {};
  const auto add = [&sum](const PairUnits& units) {
    for (size_t t = 0; t < kMostPairTypes; ++t) sum[t] += units[t];
  };
  model_.AddUnits(pair.keys, &sum);
  for (const PlacedWord& word : pair.words) add(UnitsOf(word));
  log_odds->resize(model_.types().size());
  for (size_t t = 0; t < log_odds->size(); ++t) (*log_odds)[t] = model_.LogOdds(t, sum[t]);
}

int PairScorer::TellingToken(const PairDescription& pair, size_t type) {
  std::map<int, int> worth;
  for (const PlacedWord& word : pair.words) worth[word.token] += UnitsOf(word)[type];
  int best = -1, most = 0;
  for (const auto& [token, units] : worth) {
    if (units <= most) continue;
    best = token;
    most = units;
  }
  return best;
}

}  // namespace isnad::extraction
