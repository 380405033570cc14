#include "services/extraction/tools/train_pairs/pair_trainer.h"

#include <algorithm>

#include "gtest/gtest.h"

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

PairWeights Learn(const std::vector<PairExample>& examples) {
  std::vector<const PairExample*> all;
  for (const PairExample& example : examples) all.push_back(&example);
  return LearnPairs(all, {"JOINED", "LEFT"}, PairOptions());
}

TEST(PairTrainer, WeighsTheSignThatTells) {
  const PairWeights weights = Learn(Examples());
  ASSERT_EQ(weights.keys, (std::vector<uint32_t>{kBias, kSign}));
  const float without = weights.rows[0], with = weights.rows[0] + weights.rows[2];
  EXPECT_LT(without, -1);
  EXPECT_GT(with, 1);
}

TEST(PairTrainer, LearnsNothingFromWhatIsUnsure) {
  const PairWeights weights = Learn(Examples());
  EXPECT_EQ(weights.rows[1], 0);
  EXPECT_EQ(weights.rows[3], 0);
}

TEST(PairTrainer, RepeatsItself) { EXPECT_EQ(Learn(Examples()).rows, Learn(Examples()).rows); }

}  // namespace
}  // namespace isnad::extraction
