#include "services/extraction/tools/train_references/reference_trainer.h"

#include <map>
#include <string>

#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

// A reference of three candidates: the one that was heard last, the topic, nobody.
JudgedReference Reference(ReferenceKind kind, int meant) {
  JudgedReference reference;
  reference.decision.kind = kind;
  AntecedentCandidate latest, topic, nobody;
  latest.entity = 0;
  latest.features = {{AntecedentFeature::kLatest, 1.0f}};
  topic.entity = 1;
  topic.features = {{AntecedentFeature::kTopic, 1.0f}};
  nobody.features = {{AntecedentFeature::kNobody, 1.0f}};
  reference.decision.candidates = {latest, topic, nobody};
  reference.meant = {meant == 0, meant == 1, meant == 2};
  return reference;
}

std::vector<JudgedReference> References() {
  std::vector<JudgedReference> references;
  for (int i = 0; i < 60; ++i) {
    references.push_back(Reference(ReferenceKind::kPossessive, i % 6 == 0 ? 1 : 0));
    references.push_back(Reference(ReferenceKind::kDescription, i % 6 == 0 ? 2 : 1));
  }
  return references;
}

TEST(ReferenceTrainerTest, WhatIsMeantOutweighsTheRest) {
  ReferenceOptions options;
  options.prior = options.own_prior = 2;  // of few references
  const auto model = AntecedentModel::Of(LearnReferences(References(), options));
  ASSERT_TRUE(model.ok()) << model.status();
  const std::vector<AntecedentCandidate> candidates = References()[0].decision.candidates;
  const std::vector<double> possessive =
      model->Probabilities(ReferenceKind::kPossessive, candidates);
  const std::vector<double> description =
      model->Probabilities(ReferenceKind::kDescription, candidates);
  EXPECT_GT(possessive[0], 0.6);
  EXPECT_GT(description[1], 0.6);
}

TEST(ReferenceTrainerTest, TheSameReferencesGiveTheSameWeights) {
  EXPECT_EQ(LearnReferences(References(), ReferenceOptions()),
            LearnReferences(References(), ReferenceOptions()));
}

TEST(ReferenceTrainerTest, RareFeaturesGetNoWeight) {
  std::vector<JudgedReference> references = References();
  references[0].decision.candidates[0].features.emplace_back(AntecedentFeature::kSpeaker, 1.0f);
  for (const auto& [name, weight] : LearnReferences(references, ReferenceOptions())) {
    EXPECT_EQ(name.find("speaker"), std::string::npos) << name << " " << weight;
  }
}

}  // namespace
}  // namespace isnad::extraction
