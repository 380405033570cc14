#include "services/extraction/relations/confidence/confidence_model.h"

#include <cmath>

#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

const FeatureWeights& Weights() {
  static const auto* weights = new FeatureWeights{
      {"bias", 1.5F}, {"by name", 0.5F}, {"by pronoun", -1.0F}, {"far away", -2.0F},
      {"a", -0.1F},   {"b", -0.2F},      {"c", -0.3F},          {"d", -0.4F}};
  return *weights;
}

FactRecord Judged(const std::vector<std::string>& features) {
  FactRecord fact;
  ConfidenceModel(Weights()).Judge(features, &fact);
  return fact;
}

TEST(ConfidenceModel, IsTheLogisticFunctionOfTheWeights) {
  EXPECT_NEAR(Judged({"bias", "by name"}).confidence, 1 / (1 + std::exp(-2.0)), 1e-6);
  EXPECT_NEAR(Judged({"bias", "far away"}).confidence, 1 / (1 + std::exp(0.5)), 1e-6);
  EXPECT_NEAR(Judged({"never seen"}).confidence, 0.5, 1e-6);
}

TEST(ConfidenceModel, FactorsMultiplyToTheConfidenceAndTheGravestComesFirst) {
  const FactRecord fact = Judged({"bias", "by name", "by pronoun", "far away", "a", "b", "c", "d"});
  double product = 1;
  for (const ConfidenceFactor& factor : fact.confidence_factors) {
    EXPECT_GT(factor.factor, 0);
    EXPECT_LE(factor.factor, 1);
    product *= factor.factor;
  }
  EXPECT_NEAR(product, fact.confidence, 1e-9);
  EXPECT_NEAR(product, 1 / (1 + std::exp(2.0)), 1e-6);
  ASSERT_EQ(fact.confidence_factors.size(), 7);
  EXPECT_EQ(fact.confidence_factors[0].reason, "what speaks for it");
  EXPECT_EQ(fact.confidence_factors[1].reason, "far away");
  EXPECT_EQ(fact.confidence_factors[2].reason, "by pronoun");
  EXPECT_EQ(fact.confidence_factors[6].reason, "lesser signs");
}

TEST(ConfidenceModel, TheBuiltInOneIsReadable) {
  const auto models = ModelSet::Embedded();
  ASSERT_TRUE(models.ok()) << models.status();
  EXPECT_TRUE(ConfidenceModel::Create(*models).ok());
  EXPECT_EQ(ConfidenceModel::Create(models->Without(kConfidenceModel)).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace isnad::extraction
