#include "services/extraction/relations/confidence/least_confidence.h"

#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

FactRecord Fact(const char* type, double confidence) {
  FactRecord fact;
  fact.type = type;
  fact.confidence = confidence;
  return fact;
}

std::vector<lexicon::FactTypeSchema> Types() {
  std::vector<lexicon::FactTypeSchema> types(2);
  types[0].set_name("LEFT");
  types[0].set_least_confidence(0.6);
  types[1].set_name("STATED");
  return types;
}

TEST(LeastConfidence, TypesThatCostMoreWhenWrongMustBeSurer) {
  const LeastConfidence least(Types(), 0);
  EXPECT_FALSE(least.Admits(Fact("LEFT", 0.55)));
  EXPECT_TRUE(least.Admits(Fact("LEFT", 0.6)));
  EXPECT_TRUE(least.Admits(Fact("STATED", 0.55)));
  EXPECT_FALSE(least.Admits(Fact("STATED", kDefaultLeastConfidence - 0.01)));
}

TEST(LeastConfidence, WhatIsAskedForCountsForAllTypes) {
  const LeastConfidence least(Types(), 0.2);
  EXPECT_TRUE(least.Admits(Fact("LEFT", 0.25)));
  EXPECT_TRUE(least.Admits(Fact("STATED", 0.25)));
  EXPECT_FALSE(least.Admits(Fact("STATED", 0.15)));
}

}  // namespace
}  // namespace isnad::extraction
