// Answers by a sentence where nothing in it is a known name, and what stands in its way.

#include "services/answering/objections/telling_sentence.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class TellingSentenceTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
    scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
  }
};

TEST_F(TellingSentenceTest, APlaceThatNoGazetteerHasIsToldByTheSentence) {
  scene_.AddPassage("documents/a", "وتشيد نورس مصنع البطاريات في سهل الغدير خلال عامين");
  scene_.ReadAs("kind: QUESTION_KIND_WHERE answer_type: ANSWER_TYPE_LOCATION " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "تشيد|وتشيد مصنع البطاريات @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "سهل الغدير")) << Answer().text();
}

TEST_F(TellingSentenceTest, ASentenceWithoutAPlaceTellsNone) {
  scene_.AddPassage("documents/a", "وتشيد نورس مصنع البطاريات خلال عامين");
  scene_.ReadAs("kind: QUESTION_KIND_WHERE answer_type: ANSWER_TYPE_LOCATION " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "تشيد|وتشيد مصنع البطاريات @نورس");
  EXPECT_TRUE(Answer().has_refusal()) << Answer().text();
}

TEST_F(TellingSentenceTest, WhoHasOnlyLeftIsNotWhoTakesOver) {
  scene_.AddPassage("documents/a", "خسرت نورس لينا حداد التي غادرت قيادة البحث");
  scene_.AddFact(R"(type: "LEFT" subject { entity: "entities/lina" }
                    object { entity: "entities/nawras" })",
                 {{"subject", "لينا حداد"}, {"object", "نورس"}});
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "APPOINTED" asked_role: "subject" confidence: 0.85
                       fillers { role: "object" entity: "e1" } }
                       relations { fact_type: "LEFT" asked_role: "subject" confidence: 0.4
                       fillers { role: "object" entity: "e1" } })",
                "قيادة @نورس");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "لينا حداد")) << Answer().text();
}

TEST_F(TellingSentenceTest, TheFigureOfTheQuestionIsNoAnswer) {
  scene_.AddPassage("documents/a", "ستوفر نورس من تسريح 300 موظف نفقات كثيرة");
  scene_.AddValue("300 موظف", R"(quantity { amount: 300 unit: "موظف" unit_key: "EMPLOYEE" })");
  scene_.AddFact(R"(type: "LAID_OFF" subject { entity: "entities/nawras" }
                    roles { role: "count" value { quantity { amount: 300 unit: "موظف"
                    unit_key: "EMPLOYEE" } } })",
                 {{"subject", "نورس"}, {"count", "300 موظف"}});
  scene_.ReadAs("kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT " +
                    Asked("e1", "نورس", "ORGANIZATION") +
                    R"(values { quantity { amount: 300 unit: "موظف" unit_key: "EMPLOYEE" } }
                       relations { fact_type: "LAID_OFF" asked_role: "count" confidence: 0.9
                       fillers { role: "subject" entity: "e1" } })",
                "ستوفر تسريح @نورس");
  EXPECT_FALSE(absl::StrContains(Answer().text(), "300")) << Answer().text();
}

TEST_F(TellingSentenceTest, AShareThatIsGivenTellsWhoseTheSumIs) {
  scene_.AddPassage("documents/a", "يبقى بدر السيف أقوى من في نورس");
  scene_.AddPassage("documents/a", "دفع مالك رمال 40 مليون دولار لقاء 12% من الأسهم");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  scene_.AddValue("12%", R"(quantity { amount: 12 unit: "%" unit_key: "PERCENT" })");
  const auto ask = [&](const std::string& given) {
    scene_.ReadAs(
        kMoney + Asked("e1", "بدر السيف", "PERSON") + Asked("e2", "نورس", "ORGANIZATION") + given,
        "دفع لقاء الأسهم @بدر @السيف @نورس");
    return Answer();
  };
  EXPECT_TRUE(ask("").has_refusal());
  EXPECT_TRUE(absl::StrContains(
      ask(R"(values { quantity { amount: 12 unit: "%" unit_key: "PERCENT" } })").text(), "40"));
}

TEST_F(TellingSentenceTest, ABareSumIsAnAmount) {
  scene_.AddPassage("documents/a", "جمعت رمال مالها عند تقييم قدره 39 مليارا");
  scene_.AddValue("39 مليارا", R"(quantity { amount: 39000000000 })");
  scene_.ReadAs(kMoney + Asked("e1", "رمال", "ORGANIZATION"), "جمعت تقييم @رمال");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "39")) << Answer().text();
}

TEST_F(TellingSentenceTest, AFigureIsOfWhoseWordIsAskedFor) {
  scene_.AddPassage("documents/a", "قالت لينا حداد إن نورس ستفتتح مصنع البطاريات في أبريل");
  scene_.AddValue("أبريل", R"(date { basis: DATE_BASIS_STATED precision: DATE_PRECISION_MONTH
      start_date { year: 2026 month: 4 day: 1 } })");
  const auto ask = [&](const std::string& speaker) {
    scene_.ReadAs(
        "kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE "
        "source_limit { begin: 40 end: 50 quote: \"" +
            speaker + "\" } " + Asked("e1", "نورس", "ORGANIZATION") +
            "entities { span { begin: 40 end: 50 quote: \"" + speaker +
            "\" } known: true certain: true entity { id: \"e9\" type: ENTITY_TYPE_PERSON "
            "folded_keys: \"" +
            speaker + "\" } } ",
        "ستفتتح مصنع البطاريات @نورس");
    return Answer();
  };
  EXPECT_TRUE(ask("بدر السيف").has_refusal());
  EXPECT_FALSE(ask("لينا حداد").has_refusal());
}

TEST_F(TellingSentenceTest, TheAdjectiveOfACountryNamesIt) {
  scene_.AddEntity("sudan", "السودان", v1::ENTITY_TYPE_LOCATION, "COUNTRY", "Sudan");
  scene_.AddPassage("documents/a", "دفعت الحكومة السودانية 40 مليون دولار ثمن حصتها في نورس");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  scene_.AddPassage("documents/b", "اشترت نورس مصنعا");
  scene_.AddPassage("documents/c", "وتعمل نورس في السودان");
  scene_.ReadAs(kMoney + Asked("e1", "السودان", "LOCATION") + Asked("e2", "نورس", "ORGANIZATION"),
                "دفعت الحكومة حصتها @السودان @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "40")) << Answer().text();
}

TEST_F(TellingSentenceTest, WhatIsAwaitedIsToldByWhenItWasToComeInWhateverWords) {
  scene_.AddPassage("documents/a",
                    "وكان من المفترض أن ترى نورس ألفا الشمس قبل الصيف ودفعت إلى مارس");
  scene_.AddValue("مارس", R"(date { basis: DATE_BASIS_STATED precision: DATE_PRECISION_MONTH
      start_date { year: 2027 month: 3 day: 1 } })");
  const auto ask = [&](const std::string& type) {
    scene_.ReadAs("kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE " +
                      Asked("e1", "نورس ألفا", "PRODUCT") + "relations { fact_type: \"" + type +
                      R"(" asked_role: "date" confidence: 0.85
                         fillers { role: "object" entity: "e1" } })",
                  "موعد جديد إطلاق @نورس @ألفا");
    return Answer();
  };
  EXPECT_TRUE(absl::StrContains(ask("DELAYED").text(), "مارس")) << ask("DELAYED").text();
  // Of a founding it tells nothing.
  EXPECT_TRUE(ask("FOUNDED").has_refusal()) << ask("FOUNDED").text();
}

}  // namespace
}  // namespace isnad::answering
