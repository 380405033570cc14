#include "services/extraction/tools/train_pairs/pair_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/tools/train_names/random_order.h"

namespace isnad::extraction {
namespace {

// Keeps the first steps finite.
constexpr double kSmall = 1e-6;
constexpr uint64_t kSeed = 20;

struct Row {
  std::vector<size_t> columns;
  const PairExample* example;
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
  std::vector<double> pulls;  // of one step
  for (const auto& [key, count] : counts) {
    if (count < options.least_count) continue;
    places[key] = out.keys.size();
    out.keys.push_back(key);
    pulls.push_back(options.prior / count);
  }
  std::vector<Row> rows;
  for (const PairExample* example : examples) {
    Row row = {{}, example};
    for (const uint32_t key : example->keys) {
      const auto place = places.find(key);
      if (place != places.end()) row.columns.push_back(place->second);
    }
    rows.push_back(std::move(row));
  }
  const size_t width = types.size();
  std::vector<double> weights(out.keys.size() * width), moved(out.keys.size() * width);
  std::vector<int> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  RandomOrder random(kSeed);
  std::vector<double> log_odds(width), gradient(width);
  // The last steps circle around the optimum: their mean is nearer to it than the last one
  // (Polyak and Juditsky 1992).
  const int first_averaged = options.rounds / 2;
  std::vector<double> sums(weights.size());
  for (int round = 0; round < options.rounds; ++round) {
    random.Shuffle(&order);
    for (const int place : order) {
      const Row& row = rows[place];
      std::fill(log_odds.begin(), log_odds.end(), 0);
      for (const size_t column : row.columns) {
        const double* const of_column = &weights[column * width];
        for (size_t t = 0; t < width; ++t) log_odds[t] += of_column[t];
      }
      for (size_t t = 0; t < width; ++t) {
        const int8_t label = row.example->labels[t];
        gradient[t] = label == PairExample::kUnsure
                          ? 0
                          : 1 / (1 + std::exp(-log_odds[t])) - (label == PairExample::kRight);
      }
      for (const size_t column : row.columns) {
        double* const weight = &weights[column * width];
        double* const sum = &moved[column * width];
        const double pull = pulls[column];
        for (size_t t = 0; t < width; ++t) {
          const double slope = gradient[t] + pull * weight[t];
          sum[t] += slope * slope;
          weight[t] -= options.rate * slope / std::sqrt(sum[t] + kSmall);
        }
      }
    }
    if (round < first_averaged) continue;
    for (size_t i = 0; i < weights.size(); ++i) sums[i] += weights[i];
  }
  const int averaged = std::max(options.rounds - first_averaged, 1);
  for (const double sum : sums) out.rows.push_back(static_cast<float>(sum / averaged));
  return out;
}

}  // namespace isnad::extraction
