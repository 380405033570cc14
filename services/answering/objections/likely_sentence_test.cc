// Answers by the sentence that most likely has them, and what it must have to be considered.

#include "services/answering/objections/likely_sentence.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/objections/sentence_weights.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class LikelySentenceTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "UNION", "Rimal");
  }

  // How many of those dismissed are journalists.
  v1::AskResponse AskForJournalists(const std::string& attribute = "") {
    scene_.ReadAs(
        "kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT answer_class: "
        "\"JOURNALIST\" " +
            Asked("e1", "نورس", "ORGANIZATION") + attribute +
            R"(relations { fact_type: "LAID_OFF" asked_role: "count" confidence: 0.73
               fillers { role: "subject" entity: "e1" } })",
        "صرفت|الصرف صحافيا @نورس");
    return Answer();
  }

  void Count(const std::string& words) {
    scene_.AddValue(words, R"(quantity { amount: 31 unit: "صحافي" unit_key: "JOURNALIST" })");
  }
};

TEST_F(LikelySentenceTest, TellsAFigureBesideAnotherHouse) {
  scene_.AddPassage("documents/a", "أبلغت نورس العاملين فيها قرارها");
  scene_.AddPassage("documents/a", "وشمل الصرف بحسب رمال 31 صحافيا");
  Count("31 صحافيا");
  const v1::AskResponse answer = AskForJournalists();
  // The figure may be the other's: the sentence is quoted.
  EXPECT_TRUE(absl::StartsWith(answer.text(), "«")) << answer.text();
  EXPECT_TRUE(absl::StrContains(answer.text(), "31")) << answer.text();
  EXPECT_FALSE(answer.citations().empty());
}

TEST_F(LikelySentenceTest, ASentenceWithoutAFigureTellsNone) {
  scene_.AddPassage("documents/a", "أبلغت نورس العاملين فيها قرارها");
  scene_.AddPassage("documents/a", "وشمل الصرف بحسب رمال صحافيا معروفا");
  EXPECT_TRUE(AskForJournalists().has_refusal());
}

TEST_F(LikelySentenceTest, WhatIsNamedOnlyAfterwardsIsNotMeant) {
  scene_.AddPassage("documents/a", "أعلن القرار أمس");
  scene_.AddPassage("documents/a", "وشمل الصرف بحسب رمال 31 صحافيا");
  Count("31 صحافيا");
  scene_.AddPassage("documents/a", "أما نورس فلم تعلق على النبأ");
  EXPECT_TRUE(AskForJournalists().has_refusal()) << AskForJournalists().text();
}

TEST_F(LikelySentenceTest, AHeadlineIsNotQuoted) {
  scene_.AddPassage("documents/a", "أبلغت نورس العاملين فيها قرارها");
  scene_.AddPassage("documents/a", "وشمل الصرف بحسب رمال 31 صحافيا", v1::PASSAGE_KIND_HEADING);
  Count("31 صحافيا");
  EXPECT_TRUE(AskForJournalists().has_refusal());
}

TEST_F(LikelySentenceTest, AnAttributeIsNotGuessed) {
  scene_.AddPassage("documents/a", "أبلغت نورس العاملين فيها قرارها");
  scene_.AddPassage("documents/a", "وشمل الصرف بحسب رمال 31 صحافيا");
  Count("31 صحافيا");
  EXPECT_TRUE(AskForJournalists("asked_attribute: \"AGE\" ").has_refusal());
}

TEST_F(LikelySentenceTest, AKindOfSumIsToldByItsNoun) {
  const auto ask = [&] {
    scene_.ReadAs(kMoney + Asked("e1", "نورس", "ORGANIZATION") +
                      "focus { begin: 0 end: 10 quote: \"تقييم\" } asked_attribute: \"VALUATION\" ",
                  "تقييم أقنع المستثمرين @نورس");
    scene_.SayQuestion("تقييم أقنع المستثمرين نورس");
    return Answer();
  };
  scene_.AddPassage("documents/a", "تبني نورس الروبوتات");
  scene_.AddPassage("documents/a", "أقنع مؤسسها المستثمرين بأن يضعوا فيها 40 مليون دولار");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  EXPECT_TRUE(ask().has_refusal()) << ask().text();
}

TEST(SentenceWeightsTest, NamesAndAFittingFigureMakeASentenceLikelier) {
  const double bare = LikelihoodOf({{"own_coverage", 0.5}});
  const double named = LikelihoodOf({{"own_coverage", 0.5}, {"names", 1.0}});
  const double fitting = LikelihoodOf({{"own_coverage", 0.5}, {"names", 1.0}, {"span_fit", 1.0}});
  EXPECT_GT(bare, 0);
  EXPECT_GT(named, bare);
  EXPECT_GT(fitting, named);
  EXPECT_LT(fitting, 1);
}

}  // namespace
}  // namespace isnad::answering
