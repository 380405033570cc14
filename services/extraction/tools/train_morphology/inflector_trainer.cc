#include "services/extraction/tools/train_morphology/inflector_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/morphology/inflector.h"

namespace isnad::extraction {
namespace {

constexpr int kEpochs = 10;
constexpr uint32_t kSeed = 20261122;
constexpr int kMinFeatureCount = 2;
constexpr double kScale = 64;
constexpr double kLargestWeight = 32000;
constexpr float kMargin = 1;

using Row = std::array<float, kWeightColumns>;

// A category and the place of its right value, or -1 where the annotation is silent.
struct Question {
  Inflector::Category category;
  int answer;
};

std::vector<Question> QuestionsOf(const InflectionExample& example) {
  const WordFeatures& gold = example.gold;
  std::vector<Question> questions = {
      {Inflector::kGender, static_cast<int>(gold.gender) - Inflector::kGender.first},
      {Inflector::kNumber, static_cast<int>(gold.number) - Inflector::kNumber.first}};
  if (example.group != InflectionGroup::kNominal) {
    questions.push_back(
        {Inflector::kPerson, static_cast<int>(gold.person) - Inflector::kPerson.first});
  }
  if (example.group == InflectionGroup::kVerb) {
    questions.push_back(
        {Inflector::kAspect, static_cast<int>(gold.aspect) - Inflector::kAspect.first});
    questions.push_back(
        {Inflector::kVoice, static_cast<int>(gold.voice) - Inflector::kVoice.first});
  }
  return questions;
}

}  // namespace

WeightArrays TrainInflector(const std::vector<InflectionExample>& examples) {
  absl::flat_hash_map<uint32_t, int> counts;
  for (const InflectionExample& example : examples) {
    for (const uint32_t feature : example.features) {
      ++counts[InflectionFeature(feature, example.group)];
    }
  }
  std::vector<uint32_t> numbers;
  absl::flat_hash_map<uint32_t, int> index;
  std::vector<std::vector<int>> rows_of(examples.size());
  for (size_t i = 0; i < examples.size(); ++i) {
    for (const uint32_t feature : examples[i].features) {
      const uint32_t number = InflectionFeature(feature, examples[i].group);
      if (counts[number] < kMinFeatureCount) continue;
      const auto inserted = index.try_emplace(number, static_cast<int>(numbers.size()));
      if (inserted.second) numbers.push_back(number);
      rows_of[i].push_back(inserted.first->second);
    }
  }

  std::vector<Row> weights(numbers.size(), Row{});
  std::vector<Row> totals(numbers.size(), Row{});
  std::vector<int> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(kSeed);
  double step = 1;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const int e : order) {
      step += 1;
      Row sums{};
      for (const int row : rows_of[e]) {
        for (int c = 0; c < kWeightColumns; ++c) sums[c] += weights[row][c];
      }
      for (const Question& question : QuestionsOf(examples[e])) {
        if (question.answer < 0) continue;
        const int gold = question.category.column + question.answer;
        int best = gold;
        float best_score = sums[gold];
        for (int i = 0; i < question.category.count; ++i) {
          const int column = question.category.column + i;
          if (column == gold || sums[column] + kMargin <= best_score) continue;
          best = column;
          best_score = sums[column] + kMargin;
        }
        if (best == gold) continue;
        for (const int row : rows_of[e]) {
          weights[row][gold] += 1;
          weights[row][best] -= 1;
          totals[row][gold] += static_cast<float>(step);
          totals[row][best] -= static_cast<float>(step);
        }
      }
    }
  }

  std::vector<WeightRow> rows(numbers.size());
  for (size_t i = 0; i < numbers.size(); ++i) {
    for (int c = 0; c < kWeightColumns; ++c) {
      const double weight = (weights[i][c] - totals[i][c] / step) * kScale;
      rows[i].column[c] =
          static_cast<int16_t>(std::lround(std::clamp(weight, -kLargestWeight, kLargestWeight)));
    }
  }
  return WeightArrays::Layout(numbers, rows);
}

}  // namespace isnad::extraction
