#include "services/extraction/relations/pairs/pair_scorer.h"

#include <algorithm>
#include <map>

namespace isnad::extraction {
namespace {

// Words around the one end that a passage names do not make up for log odds below this, which the
// kinds of both ends and the telling words of the passage give.
constexpr float kHopeless = -3.5;

void Add(const PairUnits& units, PairSum* sum) {
  for (size_t u = 0; u < kHiddenUnits; ++u) (*sum)[u] += units[u];
}

}  // namespace

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
    units_.push_back(model_.UnitsOf(keys_));
  }
  return units_[place];
}

const PairUnits& PairScorer::UnitsOfPassage(int passage, int place) {
  const auto [found, fresh] = passages_.emplace(std::make_pair(passage, place), -1);
  if (fresh) {
    keys_.clear();
    for (const int token : features_.TellingWords(passage)) {
      features_.AddKeys({token, place}, &keys_);
    }
    found->second = static_cast<int>(units_.size());
    units_.push_back(model_.UnitsOf(keys_));
  }
  return units_[found->second];
}

void PairScorer::Score(const PairDescription& pair, std::vector<float>* log_odds) {
  PairSum sum = {};
  Add(model_.UnitsOf(pair.keys), &sum);
  if (pair.whole_place >= 0) {
    Add(UnitsOfPassage(pair.passage, pair.whole_place), &sum);
    model_.LogOdds(sum, log_odds);
    if (*std::max_element(log_odds->begin(), log_odds->end()) < kHopeless) return;
  }
  for (const PlacedWord& word : pair.words) Add(UnitsOf(word), &sum);
  model_.LogOdds(sum, log_odds);
}

int PairScorer::TellingToken(const PairDescription& pair, size_t type) {
  PairSum all = {};
  Add(model_.UnitsOf(pair.keys), &all);
  if (pair.whole_place >= 0) Add(UnitsOfPassage(pair.passage, pair.whole_place), &all);
  std::map<int, PairSum> words;
  for (const PlacedWord& word : pair.words) {
    Add(UnitsOf(word), &all);
    Add(UnitsOf(word), &words[word.token]);
  }
  const float with_all = model_.LogOdds(all, type);
  int best = -1;
  float most = 0;
  for (const auto& [token, units] : words) {
    PairSum without = all;
    for (size_t u = 0; u < kHiddenUnits; ++u) without[u] -= units[u];
    const float worth = with_all - model_.LogOdds(without, type);
    if (worth <= most) continue;
    best = token;
    most = worth;
  }
  return best;
}

}  // namespace isnad::extraction
