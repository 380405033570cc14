#include "services/extraction/tools/train_pairs/pair_trainer.h"

#include <algorithm>

#include "gtest/gtest.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/relations/pairs/pair_model.h"

namespace isnad::extraction {
namespace {

constexpr uint32_t kBias = 1, kSign = 7, kRare = 9;

// Nine of ten pairs with the sign are of the first type, and one of ten without it; nobody knows
// of the second type.
std::vector<PairExample> Examples() {
  std::vector<PairExample> out;
  for (int i = 0; i < 600; ++i) {
    PairExample example;
    example.keys = {kBias};
    if (i % 2 == 0) example.keys.push_back(kSign);
    if (i == 0) example.keys.push_back(kRare);
    const bool right = (i % 2 == 0) != (i % 20 < 2);
    example.labels = {right ? PairExample::kRight : PairExample::kWrong, PairExample::kUnsure};
    out.push_back(example);
  }
  return out;
}

PairWeights Learn(const std::vector<PairExample>& examples, int rounds) {
  std::vector<const PairExample*> all;
  for (const PairExample& example : examples) all.push_back(&example);
  PairOptions options;
  options.rounds = rounds;
  options.batch = 20;
  options.rate = 0.05F;
  options.slowing = 0.95F;
  return LearnPairs(all, {"JOINED", "LEFT"}, options);
}

// The log odds of the first type for a pair with these keys.
float LogOdds(const PairWeights& weights, const std::vector<uint32_t>& keys) {
  ModelWriter writer;
  AddPairWeights(weights, &writer);
  const std::string path = testing::TempDir() + "/learned.model";
  EXPECT_TRUE(writer.Write(path).ok());
  const PairModel model = *PairModel::Of(*ModelFile::Open(path));
  const PairUnits units = model.UnitsOf(keys);
  PairSum sum;
  std::copy(units.begin(), units.end(), sum.begin());
  return model.LogOdds(sum, size_t{0});
}

TEST(PairTrainer, WeighsTheSignThatTells) {
  const PairWeights weights = Learn(Examples(), 20);
  ASSERT_EQ(weights.keys, (std::vector<uint32_t>{kBias, kSign}));
  EXPECT_LT(LogOdds(weights, {kBias}), -1);
  EXPECT_GT(LogOdds(weights, {kBias, kSign}), 1);
}

// Two signs of which either tells and both together do not: no sum of weights has that.
TEST(PairTrainer, LearnsWhatSignsTellTogether) {
  std::vector<PairExample> examples;
  for (int i = 0; i < 600; ++i) {
    PairExample example;
    example.keys = {kBias};
    if (i % 2 == 0) example.keys.push_back(kSign);
    if (i % 4 < 2) example.keys.push_back(kRare);
    const bool right = (i % 2 == 0) != (i % 4 < 2);
    example.labels = {right ? PairExample::kRight : PairExample::kWrong, PairExample::kUnsure};
    examples.push_back(example);
  }
  const PairWeights weights = Learn(examples, 20);
  EXPECT_GT(LogOdds(weights, {kBias, kSign}), 1);
  EXPECT_GT(LogOdds(weights, {kBias, kRare}), 1);
  EXPECT_LT(LogOdds(weights, {kBias, kSign, kRare}), -1);
}

TEST(PairTrainer, LearnsNothingFromWhatIsUnsure) {
  const PairWeights some = Learn(Examples(), 1), more = Learn(Examples(), 5);
  EXPECT_NE(some.biases[0], more.biases[0]);
  EXPECT_EQ(some.biases[1], more.biases[1]);
}

TEST(PairTrainer, RepeatsItself) {
  EXPECT_EQ(Learn(Examples(), 2).rows, Learn(Examples(), 2).rows);
}

}  // namespace
}  // namespace isnad::extraction
