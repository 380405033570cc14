#include "services/extraction/tools/train_pairs/pair_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/tools/train_names/random_order.h"

namespace isnad::extraction {
namespace {

constexpr uint64_t kSeed = 20;
// Spread of the weights before the first step, and the bias: most pairs tell nothing.
constexpr double kRowSpread = 0.05, kHeadSpread = 0.1;
constexpr float kFirstBias = -4;

using Units = std::array<float, kHiddenUnits>;

// Normal numbers (Box and Muller 1958).
float Normal(double spread, RandomOrder* random) {
  constexpr double kTurn = 6.283185307179586;
  const double radius = std::sqrt(-2 * std::log(1 - random->Share()));
  return static_cast<float>(spread * radius * std::cos(kTurn * random->Share()));
}

// Weights with the first two moments of their gradients.
class Adam {
 public:
  explicit Adam(size_t count) : weights(count), gradients(count), first_(count), second_(count) {}

  // One step of the weights from `begin` on; their gradients are zero afterwards.
  void Step(size_t begin, size_t count, float length) {
    constexpr float kFirst = 0.9F, kSecond = 0.999F, kSmall = 1e-8F;
    for (size_t i = begin; i < begin + count; ++i) {
      const float slope = gradients[i];
      first_[i] = kFirst * first_[i] + (1 - kFirst) * slope;
      second_[i] = kSecond * second_[i] + (1 - kSecond) * slope * slope;
      weights[i] -= length * first_[i] / (std::sqrt(second_[i]) + kSmall);
      gradients[i] = 0;
    }
  }

  // What corrects the moments, which begin at zero, at the step of this number, from 1.
  static float Correction(int step) {
    return static_cast<float>(std::sqrt(1 - std::pow(0.999, step)) / (1 - std::pow(0.9, step)));
  }

  std::vector<float> weights, gradients;

 private:
  std::vector<float> first_, second_;
};

class Trainer {
 public:
  Trainer(size_t keys, size_t types, const PairOptions& options)
      : types_(types),
        options_(options),
        rows_(keys * kHiddenUnits),
        heads_(types * kHiddenUnits),
        biases_(types),
        touched_(keys),
        random_(kSeed) {
    for (float& weight : rows_.weights) weight = Normal(kRowSpread, &random_);
    for (float& weight : heads_.weights) weight = Normal(kHeadSpread, &random_);
    std::fill(biases_.weights.begin(), biases_.weights.end(), kFirstBias);
  }

  RandomOrder* random() { return &random_; }

  // Adds the gradients of one pair.
  void Add(const std::vector<size_t>& columns, const std::vector<int8_t>& labels) {
    kept_.clear();
    for (const size_t column : columns) {
      if (random_.Share() >= options_.dropped_features) kept_.push_back(column);
    }
    Units active = {};
    for (const size_t column : kept_) {
      const float* const row = &rows_.weights[column * kHiddenUnits];
      for (size_t u = 0; u < kHiddenUnits; ++u) active[u] += row[u];
    }
    const auto grown = static_cast<float>(1 / (1 - options_.dropped_units));
    Units passes;
    for (size_t u = 0; u < kHiddenUnits; ++u) {
      passes[u] = active[u] > 0 && random_.Share() >= options_.dropped_units ? grown : 0;
      active[u] *= passes[u];
    }
    Units back = {};
    for (size_t t = 0; t < types_; ++t) {
      if (labels[t] == PairExample::kUnsure) continue;
      const float* const head = &heads_.weights[t * kHiddenUnits];
      float log_odds = biases_.weights[t];
      for (size_t u = 0; u < kHiddenUnits; ++u) log_odds += head[u] * active[u];
      const float wanted = labels[t] == PairExample::kRight ? 1 : 0;
      const float slope = (1 / (1 + std::exp(-log_odds)) - wanted) / options_.batch;
      float* const gradient = &heads_.gradients[t * kHiddenUnits];
      for (size_t u = 0; u < kHiddenUnits; ++u) {
        gradient[u] += slope * active[u];
        back[u] += slope * head[u];
      }
      biases_.gradients[t] += slope;
    }
    for (size_t u = 0; u < kHiddenUnits; ++u) back[u] *= passes[u];
    for (const size_t column : kept_) {
      if (!touched_[column]) {
        touched_[column] = true;
        columns_.push_back(column);
      }
      float* const gradient = &rows_.gradients[column * kHiddenUnits];
      for (size_t u = 0; u < kHiddenUnits; ++u) gradient[u] += back[u];
    }
  }

  void Step(float rate) {
    const float length = rate * Adam::Correction(++steps_);
    for (const size_t column : columns_) {
      rows_.Step(column * kHiddenUnits, kHiddenUnits, length);
      touched_[column] = false;
    }
    columns_.clear();
    heads_.Step(0, heads_.weights.size(), length);
    biases_.Step(0, biases_.weights.size(), length);
  }

  void Take(PairWeights* out) {
    out->rows = std::move(rows_.weights);
    out->heads = std::move(heads_.weights);
    out->biases = std::move(biases_.weights);
  }

 private:
  const size_t types_;
  const PairOptions& options_;
  Adam rows_, heads_, biases_;
  // Rows with gradients since the last step.
  std::vector<bool> touched_;
  std::vector<size_t> columns_;
  std::vector<size_t> kept_;
  RandomOrder random_;
  int steps_ = 0;
};

}  // namespace

PairWeights LearnPairs(const std::vector<const PairExample*>& examples,
                       const std::vector<std::string>& types, const PairOptions& options) {
  PairWeights out;
  out.types = types;
  std::map<uint32_t, int> counts;
  for (const PairExample* example : examples) {
    for (const uint32_t key : example->keys) ++counts[key];
  }
  absl::flat_hash_map<uint32_t, size_t> places;
  for (const auto& [key, count] : counts) {
    if (count < options.least_count) continue;
    places[key] = out.keys.size();
    out.keys.push_back(key);
  }
  std::vector<std::vector<size_t>> columns(examples.size());
  for (size_t i = 0; i < examples.size(); ++i) {
    for (const uint32_t key : examples[i]->keys) {
      const auto place = places.find(key);
      if (place != places.end()) columns[i].push_back(place->second);
    }
  }
  Trainer trainer(out.keys.size(), types.size(), options);
  std::vector<int> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  float rate = options.rate;
  for (int round = 0; round < options.rounds; ++round) {
    trainer.random()->Shuffle(&order);
    int added = 0;
    for (const int place : order) {
      trainer.Add(columns[place], examples[place]->labels);
      if (++added % options.batch == 0) trainer.Step(rate);
    }
    if (added % options.batch != 0) trainer.Step(rate);
    rate *= options.slowing;
  }
  trainer.Take(&out);
  return out;
}

}  // namespace isnad::extraction
