// Dates and figures that stand at the right names, yet are of another event.

#include "services/answering/objections/event_figures.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class EventFiguresTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
    scene_.AddEntity("dana", "دانة", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Dana");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
    scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
  }

  void Tell(const std::string& text) {
    scene_.AddPassage("documents/a", text);
    scene_.AddValue("عام 2021", R"(date { precision: DATE_PRECISION_YEAR basis: DATE_BASIS_STATED
                                    start_date { year: 2021 month: 1 day: 1 }
                                    end_date { year: 2022 month: 1 day: 1 } })");
  }

  // When `type` happened between the two; the first of `terms` is the word of the relation.
  v1::AskResponse AskWhen(const std::string& type, const std::string& object,
                          const std::string& terms) {
    scene_.ReadAs(
        absl::StrCat("kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE ",
                     Asked("e1", "بدر السيف", "PERSON"), Asked("e2", object, "ORGANIZATION"),
                     "relations { fact_type: \"", type, "\" asked_role: \"date\" confidence: 0.95",
                     " fillers { role: \"subject\" entity: \"e1\" }"
                     " fillers { role: \"object\" entity: \"e2\" } }"),
        absl::StrCat(terms, " @بدر|@السيف @", object));
    return Answer();
  }
};

TEST_F(EventFiguresTest, TheSentenceThatJoinsTheTwoTellsWhen) {
  Tell("انضم بدر السيف الى نورس عام 2021");
  const v1::AskResponse answer = AskWhen("JOINED", "نورس", "انضم");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "2021")) << answer.text();
}

TEST_F(EventFiguresTest, WhenSomebodyJoinedOneHouseIsNotWhenHeJoinedAnother) {
  Tell("انضم بدر السيف الى رمال عام 2021");
  scene_.AddFact(R"(type: "JOINED" subject { entity: "entities/badr" }
                    object { entity: "entities/rimal" })",
                 {{"subject", "بدر السيف"}, {"object", "رمال"}});
  scene_.AddPassage("documents/a", "وتعمل نورس في دبي");
  EXPECT_TRUE(AskWhen("JOINED", "نورس", "انضم").has_refusal()) << Answer().text();
}

TEST_F(EventFiguresTest, WhatAnotherDidIsNoDateOfTheEvent) {
  scene_.AddPassage("documents/a", "وكان بدر السيف قد حضر اللقاء في نورس");
  Tell("وقد انضم اليها لينا حداد عام 2021");
  EXPECT_TRUE(AskWhen("JOINED", "نورس", "انضم").has_refusal()) << Answer().text();
}

TEST_F(EventFiguresTest, TheSentenceBesideMayNameTheOtherEnd) {
  scene_.AddPassage("documents/a", "وتعمل نورس في دبي");
  Tell("وقد انضم اليها بدر السيف عام 2021");
  const v1::AskResponse answer = AskWhen("JOINED", "نورس", "انضم");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "2021")) << answer.text();
}

TEST_F(EventFiguresTest, WhoeverGoesToAnotherHouseLeavesTheFirst) {
  Tell("انتقل بدر السيف مهندس نورس عام 2021 الى رمال");
  const v1::AskResponse answer = AskWhen("LEFT", "نورس", "انتقل|غادر");
  EXPECT_TRUE(absl::StartsWith(answer.text(), "2021")) << answer.text();
}

TEST_F(EventFiguresTest, OfTwoDatesTheOneThatStandsWithTheVerbIsMeant) {
  scene_.AddPassage("documents/a", "انضم بدر السيف الى نورس في مايو وباع عام 2021 بيته");
  scene_.AddValue("مايو", R"(date { precision: DATE_PRECISION_MONTH basis: DATE_BASIS_STATED
                                start_date { year: 2019 month: 5 day: 1 }
                                end_date { year: 2019 month: 6 day: 1 } })");
  scene_.AddValue("عام 2021", R"(date { precision: DATE_PRECISION_YEAR basis: DATE_BASIS_STATED
                                    start_date { year: 2021 month: 1 day: 1 }
                                    end_date { year: 2022 month: 1 day: 1 } })");
  scene_.AddVerb("وباع");
  const v1::AskResponse answer = AskWhen("JOINED", "نورس", "انضم");
  EXPECT_TRUE(absl::StrContains(answer.text(), "مايو 2019 —")) << answer.text();
}

TEST_F(EventFiguresTest, TheDateOfAnotherVerbIsNoneOfTheFact) {
  Tell("غادر بدر السيف عام 2021 وباع بيته ويقود لينا حداد شركة نورس");
  for (const char* const verb : {"غادر", "وباع", "ويقود"}) scene_.AddVerb(verb);
  scene_.AddFact(
      R"(type: "JOINED" confidence: 0.9 polarity: POLARITY_ASSERTED
                    subject { entity: "entities/lina" } object { entity: "entities/nawras" }
                    roles { role: "date" value { date {
                        precision: DATE_PRECISION_YEAR basis: DATE_BASIS_STATED
                        start_date { year: 2021 month: 1 day: 1 }
                        end_date { year: 2022 month: 1 day: 1 } } } })",
      {{"trigger", "ويقود"}, {"subject", "لينا حداد"}, {"object", "نورس"}, {"date", "عام 2021"}});
  scene_.ReadAs("kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE " +
                    Asked("e1", "لينا حداد", "PERSON") + Asked("e2", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "JOINED" asked_role: "date" confidence: 0.95
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "انضم @لينا|@حداد @نورس");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "2021")) << Answer().text();
}

TEST_F(EventFiguresTest, AnAgeInBracketsIsTheAgeOfWhoStandsBeforeIt) {
  scene_.AddPassage("documents/a", "وقالت لينا حداد ( 28 عاما ) ان بدر السيف غادر السجن");
  scene_.AddValue("28 عاما", R"(length { amount: 28 unit_key: "YEAR" })");
  const auto ask = [&](const std::string& attribute, const std::string& spelling,
                       const std::string& terms) {
    scene_.ReadAs(
        "kind: QUESTION_KIND_HOW_LONG answer_type: ANSWER_TYPE_LENGTH "
        "answer_class: \"YEAR\" asked_attribute: \"" +
            attribute + "\" " + Asked("e1", spelling, "PERSON"),
        terms);
    return Answer();
  };
  EXPECT_TRUE(absl::StrContains(ask("AGE", "لينا حداد", "عمر @لينا|@حداد").text(), "28"));
  EXPECT_TRUE(ask("AGE", "بدر السيف", "عمر @بدر|@السيف").has_refusal());
  EXPECT_TRUE(ask("", "بدر السيف", "السجن @بدر|@السيف").has_refusal());
}

TEST_F(EventFiguresTest, HowManyGoIsNotHowManyThereAre) {
  scene_.AddPassage("documents/a", "اعلنت نورس انها ستسرح 300 موظف من 900 موظف");
  for (const int employees : {300, 900}) {
    scene_.AddValue(
        absl::StrCat(employees, " موظف"),
        absl::StrCat("quantity { amount: ", employees, " unit: \"موظف\" unit_key: \"EMPLOYEE\" }"));
  }
  scene_.ReadAs(
      "kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT "
      "answer_class: \"EMPLOYEE\" " +
          Asked("e1", "نورس", "ORGANIZATION") +
          R"(relations { fact_type: "HEADCOUNT" asked_role: "count" confidence: 0.9
                       fillers { role: "subject" entity: "e1" } })",
      "موظف @نورس");
  const v1::AskResponse answer = Answer();
  EXPECT_TRUE(absl::StartsWith(answer.text(), "900")) << answer.text();
}

TEST_F(EventFiguresTest, AFactOfAnotherHouseIsNoneOfOneThatTheStoreDoesNotKnow) {
  Tell("انضم بدر السيف الى رمال عام 2021");
  scene_.AddFact(R"(type: "JOINED" confidence: 0.9 polarity: POLARITY_ASSERTED
                    subject { entity: "entities/badr" } object { entity: "entities/rimal" }
                    valid_interval { precision: DATE_PRECISION_YEAR basis: DATE_BASIS_STATED
                                     start_date { year: 2021 month: 1 day: 1 }
                                     end_date { year: 2022 month: 1 day: 1 } })",
                 {{"subject", "بدر السيف"}, {"object", "رمال"}});
  scene_.AddPassage("documents/a", "وتعمل غيمة في دبي");
  EXPECT_TRUE(AskWhen("JOINED", "غيمة", "انضم").has_refusal()) << Answer().text();
}

}  // namespace
}  // namespace isnad::answering
