#include "services/extraction/reference/antecedent_model.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {
namespace {

using ::testing::HasSubstr;

AntecedentCandidate Candidate(int entity, FeatureValues features) {
  AntecedentCandidate candidate;
  candidate.entity = entity;
  candidate.features = std::move(features);
  return candidate;
}

std::vector<AntecedentCandidate> TwoAndNobody() {
  return {Candidate(0, {{AntecedentFeature::kLatest, 1.0f}}),
          Candidate(1, {{AntecedentFeature::kTopic, 1.0f}}),
          Candidate(-1, {{AntecedentFeature::kNobody, 1.0f}})};
}

TEST(AntecedentModelTest, CandidatesShareAProbabilityOfOne) {
  const auto model = AntecedentModel::Of({{"latest", 1.0f}, {"nobody", -1.0f}});
  ASSERT_TRUE(model.ok()) << model.status();
  const std::vector<double> p = model->Probabilities(ReferenceKind::kObject, TwoAndNobody());
  ASSERT_EQ(p.size(), 3u);
  EXPECT_NEAR(p[0] + p[1] + p[2], 1, 1e-9);
  EXPECT_GT(p[0], p[1]);
  EXPECT_GT(p[1], p[2]);
}

TEST(AntecedentModelTest, OneKindAddsToTheWeightsOfAll) {
  const auto model = AntecedentModel::Of({{"latest", 1.0f}, {"description/topic", 3.0f}});
  ASSERT_TRUE(model.ok()) << model.status();
  const std::vector<double> object = model->Probabilities(ReferenceKind::kObject, TwoAndNobody());
  const std::vector<double> description =
      model->Probabilities(ReferenceKind::kDescription, TwoAndNobody());
  EXPECT_GT(object[0], object[1]);
  EXPECT_GT(description[1], description[0]);
}

TEST(AntecedentModelTest, UnknownFeaturesAreRefused) {
  EXPECT_THAT(AntecedentModel::Of({{"colour", 1.0f}}).status().message(), HasSubstr("colour"));
  EXPECT_FALSE(AntecedentModel::Of({{"object/colour", 1.0f}}).ok());
  EXPECT_FALSE(AntecedentModel::Of({{"verb/latest", 1.0f}}).ok());
}

TEST(AntecedentModelTest, TheEmbeddedModelIsWhole) {
  const auto models = ModelSet::Embedded();
  ASSERT_TRUE(models.ok()) << models.status();
  EXPECT_TRUE(AntecedentModel::Create(*models).ok());
  EXPECT_FALSE(AntecedentModel::Create(models->Without(kAntecedentModel)).ok());
}

}  // namespace
}  // namespace isnad::extraction
