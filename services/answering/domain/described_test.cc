// Houses that a question describes, and sentences that leave out whom their article is about.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

std::string People(const std::string& amount) {
  return absl::StrCat("quantity { amount: ", amount, " unit_key: \"EMPLOYEE\" }");
}

class DescribedTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("tarab", "طرب", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Tarab");
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Rimal");
  }

  void TellLayoffs(const std::string& document, const std::string& house,
                   const std::string& amount) {
    const std::string figure = absl::StrCat(amount, " موظفا");
    scene_.AddPassage(document, absl::StrCat("وقد سرح الفريق ", figure));
    scene_.AddValue(figure, People(amount));
    scene_.AddFact(absl::StrCat("type: \"LAID_OFF\" confidence: 0.9 ",
                                "subject { entity: \"entities/", house, "\" }"),
                   {{"count", figure}});
  }

  v1::AskResponse AskHowMany(const std::string& description) {
    const std::string question = absl::StrCat("كم موظفا سرح ", description);
    const int begin = static_cast<int>(question.find(description));
    scene_.ReadAs(absl::StrCat("kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT ",
                               "answer_class: \"EMPLOYEE\" entities { span { begin: ", begin,
                               " end: ", question.size(), " quote: \"", description,
                               "\" } entity { id: \"d1\" type: ENTITY_TYPE_ORGANIZATION } } ",
                               "relations { fact_type: \"LAID_OFF\" asked_role: \"count\" ",
                               "confidence: 0.9 trigger { begin: 13 end: 19 } ",
                               "fillers { role: \"subject\" entity: \"d1\" } }"),
                  // The article is no part of the word.
                  absl::StrReplaceAll(
                      question, {{"الاستوديو", "استوديو|الاستوديو"}, {"البنك", "بنك|البنك"}}));
    scene_.SayQuestion(question);
    return Answer();
  }
};

TEST_F(DescribedTest, WhatArticlesDescribeBesideItsNameIsMeant) {
  scene_.AddPassage("documents/a", "اعلن استوديو طرب المغربي عن خطته");
  TellLayoffs("documents/a", "tarab", "70");
  scene_.AddPassage("documents/b", "وقالت نورس انها ستخفض النفقات");
  TellLayoffs("documents/b", "nawras", "900");
  const v1::AskResponse answer = AskHowMany("الاستوديو المغربي");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "70")) << answer.ShortDebugString();
}

TEST_F(DescribedTest, TheOtherOfTwoIsToldByItsOwnDescription) {
  scene_.AddPassage("documents/a", "اعلن استوديو طرب المغربي عن خطته");
  TellLayoffs("documents/a", "tarab", "70");
  scene_.AddPassage("documents/b", "وقال بنك نورس القطري انه سيخفض النفقات");
  TellLayoffs("documents/b", "nawras", "900");
  const v1::AskResponse answer = AskHowMany("البنك القطري");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "900")) << answer.text();
}

TEST_F(DescribedTest, TheCommonNounMayStandForWhomTheArticleIsAbout) {
  scene_.AddEntity("rimal", "المختبر", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Rimal");
  scene_.AddPassage("documents/a", "طرب تعلن عن خطتها مع رمال", v1::PASSAGE_KIND_HEADLINE);
  scene_.AddPassage("documents/a", "وكان استوديو طرب قد تأخر");
  scene_.AddPassage("documents/a", "المختبر المغربي مقره تحدث");
  TellLayoffs("documents/a", "tarab", "70");
  TellLayoffs("documents/b", "nawras", "900");
  const v1::AskResponse answer = AskHowMany("الاستوديو المغربي");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "70")) << answer.ShortDebugString();
}

TEST_F(DescribedTest, AMinistryIsNobodysCompany) {
  scene_.AddEntity("ministry", "الوزارة", v1::ENTITY_TYPE_ORGANIZATION, "GOVERNMENT", "Ministry");
  scene_.AddPassage("documents/a", "شركة طرب الليبية كبيرة");
  TellLayoffs("documents/a", "tarab", "70");
  scene_.AddPassage("documents/b", "قالت الوزارة الليبية إن شركة ما أغلقت");
  TellLayoffs("documents/b", "ministry", "900");
  const v1::AskResponse answer = AskHowMany("شركة الليبية");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "70")) << answer.ShortDebugString();
}

TEST_F(DescribedTest, ADescriptionOfSeveralIsNobodysName) {
  scene_.AddPassage("documents/a", "اعلن استوديو طرب المغربي عن خطته");
  TellLayoffs("documents/a", "tarab", "70");
  scene_.AddPassage("documents/b", "اعلن استوديو نورس المغربي عن خطته");
  TellLayoffs("documents/b", "nawras", "900");
  EXPECT_TRUE(AskHowMany("الاستوديو المغربي").has_refusal()) << Answer().text();
}

class TopicHouseTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("tarab", "طرب", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Tarab");
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddPassage("documents/a", "طرب تغلق مكتبها", v1::PASSAGE_KIND_HEADLINE);
    scene_.AddPassage("documents/a", "وكان اليوم طويلا");
    scene_.AddPassage("documents/a", "وهطل المطر في المدينة");
  }

  v1::AskResponse AskHowMany() {
    scene_.ReadAs(absl::StrCat("kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT ",
                               "answer_class: \"EMPLOYEE\" ", Asked("e1", "طرب", "ORGANIZATION"),
                               "relations { fact_type: \"LAID_OFF\" asked_role: \"count\" ",
                               "confidence: 0.9 fillers { role: \"subject\" entity: \"e1\" } }"),
                  "سرحت مهندسين @طرب");
    return Answer();
  }
};

TEST_F(TopicHouseTest, ASentenceThatNamesNobodyIsAboutTheHouseOfTheHeadline) {
  scene_.AddPassage("documents/a", "وقد سرحت 40 موظفا مهندسين");
  scene_.AddValue("40 موظفا", People("40"));
  EXPECT_TRUE(absl::StartsWith(AskHowMany().text(), "40")) << Answer().ShortDebugString();
}

TEST_F(TopicHouseTest, OneThatNamesAnotherHouseIsNot) {
  scene_.AddPassage("documents/a", "وقد سرحت نورس 40 موظفا مهندسين");
  scene_.AddValue("40 موظفا", People("40"));
  EXPECT_FALSE(absl::StartsWith(AskHowMany().text(), "40")) << Answer().text();
}

}  // namespace
}  // namespace isnad::answering
