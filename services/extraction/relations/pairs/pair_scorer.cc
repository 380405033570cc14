#include "services/extraction/relations/pairs/pair_scorer.h"

#include <algorithm>
#include <map>

namespace isnad::extraction {

PairScorer::PairScorer(int tokens, PairFeatures* features, const PairModel* model)
    : features_(*features),
      model_(*model),
      types_(model->types().size()),
      places_(static_cast<size_t>(tokens) * kWordPlaces, -1),
      sum_(types_) {}

const int* PairScorer::UnitsOf(const PlacedWord& word) {
  int& place = places_[static_cast<size_t>(word.token) * kWordPlaces + word.place];
  if (place < 0) {
    place = static_cast<int>(units_.size());
    keys_.clear();
    features_.AddKeys(word, &keys_);
    std::vector<int> units(types_);
    model_.AddUnits(keys_, &units);
    units_.insert(units_.end(), units.begin(), units.end());
  }
  return units_.data() + place;
}

void PairScorer::Score(const PairDescription& pair, std::vector<float>* log_odds) {
  std::fill(sum_.begin(), sum_.end(), 0);
  model_.AddUnits(pair.keys, &sum_);
  for (const PlacedWord& word : pair.words) {
    const int* const units = UnitsOf(word);
    for (size_t t = 0; t < types_; ++t) sum_[t] += units[t];
  }
  log_odds->resize(types_);
  for (size_t t = 0; t < types_; ++t) (*log_odds)[t] = model_.LogOdds(t, sum_[t]);
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
