#include "services/extraction/relations/pairs/pair_scorer.h"

#include <algorithm>
#include <map>

namespace isnad::extraction {
namespace {

// Words around the one end that a passage names do not make up for log odds below this, which the
// kinds of both ends and the telling words of the passage give.
constexpr float kHopeless = -3.5;

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
    units_.emplace_back(PairUnits{});
    model_.AddUnits(keys_, &units_.back());
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
    units_.emplace_back(PairUnits{});
    model_.AddUnits(keys_, &units_.back());
  }
  return units_[found->second];
}

void PairScorer::Score(const PairDescription& pair, std::vector<float>* log_odds) {
  PairUnits sum = {};
  const auto add = [&sum](const PairUnits& units) {
    for (size_t t = 0; t < kMostPairTypes; ++t) sum[t] += units[t];
  };
  const auto read = [&] {
    log_odds->resize(model_.types().size());
    for (size_t t = 0; t < log_odds->size(); ++t) (*log_odds)[t] = model_.LogOdds(t, sum[t]);
  };
  model_.AddUnits(pair.keys, &sum);
  if (pair.whole_place >= 0) {
    add(UnitsOfPassage(pair.passage, pair.whole_place));
    read();
    if (*std::max_element(log_odds->begin(), log_odds->end()) < kHopeless) return;
  }
  for (const PlacedWord& word : pair.words) add(UnitsOf(word));
  read();
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
