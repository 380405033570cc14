#include "services/extraction/tools/train_morphology/ranker_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "services/extraction/morphology/clitic_ranker.h"

namespace isnad::extraction {
namespace {

constexpr int kEpochs = 10;
constexpr uint32_t kSeed = 20261122;
constexpr double kLargestWeight = 4000;

// An example with the features of all its candidates worked out.
struct Ranked {
  std::vector<CutFeatures> candidates;
  int gold = -1;
};

std::vector<Ranked> Rank(const LexicalTable& table, const std::vector<CutExample>& examples) {
  std::vector<Ranked> ranked;
  for (const CutExample& example : examples) {
    CliticCuts cuts;
    ListCliticCuts(example.word, &cuts);
    if (cuts.size() < 2) continue;
    Ranked one;
    const WholeWord whole(example.word, table);
    for (const CliticCut& cut : cuts) {
      if (cut == example.gold) one.gold = static_cast<int>(one.candidates.size());
      one.candidates.emplace_back();
      FeaturesOfCut(whole, cut, &one.candidates.back());
    }
    if (one.gold >= 0) ranked.push_back(std::move(one));
  }
  return ranked;
}

}  // namespace

bool FindCut(const LetterWord& word, const std::vector<std::string>& proclitics,
             absl::string_view enclitic, CliticCut* cut) {
  CliticCut wanted;
  for (const std::string& proclitic : proclitics) {
    LetterWord letters;
    if (proclitic == "ال") {
      wanted.article = true;
    } else if (letters.Assign(proclitic) && letters.size() == 1) {
      const uint8_t number = letters[0];
      if (number == letter::kWaw || number == letter::kFeh) {
        wanted.conjunction = number;
      } else {
        wanted.preposition = number;
      }
    } else {
      return false;
    }
  }
  for (int i = 1; i < kEncliticCount; ++i) {
    if (kEncliticLetters[i] == enclitic) wanted.enclitic = static_cast<uint8_t>(i);
  }
  if (!enclitic.empty() && wanted.enclitic == 0) return false;
  CliticCuts cuts;
  ListCliticCuts(word, &cuts);
  for (const CliticCut& candidate : cuts) {
    if (!(candidate == wanted)) continue;
    *cut = candidate;
    return true;
  }
  return false;
}

std::vector<int16_t> TrainRanker(const LexicalTable& table,
                                 const std::vector<CutExample>& examples) {
  const std::vector<Ranked> ranked = Rank(table, examples);
  std::vector<double> weights(kCutFeatureCount);
  std::vector<double> totals(kCutFeatureCount);  // of updates times the step of their making
  std::vector<int> order(ranked.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(kSeed);
  double step = 1;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const int index : order) {
      const Ranked& example = ranked[index];
      int best = -1;
      double best_score = 0;
      for (int c = 0; c < static_cast<int>(example.candidates.size()); ++c) {
        // The others must lose by a margin.
        double score = c == example.gold ? 0 : 1;
        for (const uint32_t feature : example.candidates[c]) score += weights[feature];
        if (best < 0 || score > best_score) {
          best = c;
          best_score = score;
        }
      }
      if (best != example.gold) {
        for (const uint32_t feature : example.candidates[example.gold]) {
          weights[feature] += 1;
          totals[feature] += step;
        }
        for (const uint32_t feature : example.candidates[best]) {
          weights[feature] -= 1;
          totals[feature] -= step;
        }
      }
      step += 1;
    }
  }
  double largest = 1e-9;
  for (uint32_t i = 0; i < kCutFeatureCount; ++i) {
    weights[i] -= totals[i] / step;
    largest = std::max(largest, std::fabs(weights[i]));
  }
  std::vector<int16_t> quantised(kCutFeatureCount);
  for (uint32_t i = 0; i < kCutFeatureCount; ++i) {
    quantised[i] = static_cast<int16_t>(std::lround(weights[i] / largest * kLargestWeight));
  }
  return quantised;
}

}  // namespace isnad::extraction
