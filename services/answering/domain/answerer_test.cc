#include "services/answering/domain/answerer.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene.h"
#include "services/answering/testing/scene_fixture.h"
#include "services/server/clock/clock.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class AnswererTest : public testing::Test {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
    scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
    scene_.AddEntity("wadi", "الوادي", v1::ENTITY_TYPE_ORGANIZATION, "NEWSPAPER", "Al Wadi");
  }

  v1::AskResponse Answer(int max_citations = 8) {
    const server::RpcContext rpc({});
    const Answerer answerer(&scene_, &scene_, server::SystemClock(), RulesAlone());
    Ask ask;
    ask.question = "?";
    ask.max_citations = max_citations;
    ask.include_plan = true;
    auto response = answerer.Answer(rpc, ask);
    EXPECT_TRUE(response.ok()) << response.status();
    if (response.ok()) CheckPromises(*response);
    return response.ok() ? *response : v1::AskResponse();
  }

  // What holds for every answer.
  void CheckPromises(const v1::AskResponse& response) {
    EXPECT_NE(response.text().empty(), !response.has_refusal());
    EXPECT_EQ(response.text().empty(), response.citations().empty());
    for (const v1::Citation& citation : response.citations()) {
      const std::string& text = scene_.texts().at(citation.document());
      ASSERT_LE(citation.end(), static_cast<int>(text.size()));
      EXPECT_EQ(text.substr(citation.begin(), citation.end() - citation.begin()), citation.quote());
    }
    for (const v1::Claim& claim : response.claims()) {
      EXPECT_LT(claim.begin(), claim.end());
      EXPECT_LE(claim.end(), static_cast<int>(response.text().size()));
      for (int citation : claim.citations()) EXPECT_LT(citation, response.citations_size());
    }
    EXPECT_LE(CharacterCount(response.text()), 700u);
  }

  Scene scene_;
};

TEST_F(AnswererTest, NamesThePersonBesideTheQuestionsWords) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة نورس في مطلع الشهر بعد خلاف");
  scene_.AddPassage("documents/a", "وتعمل نورس في مجال الطاقة وتديرها لينا حداد");
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "غادر شركة @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StartsWith(response.text(), "بدر السيف (Badr Alsaif)")) << response.text();
  EXPECT_EQ(response.citations(0).document(), "documents/a");
  EXPECT_EQ(response.plan().route(), "passage");
  EXPECT_LE(CharacterCount(response.text()), 320u);
}

TEST_F(AnswererTest, AnswersInEnglishWithTheEnglishNameAndArabicWords) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة نورس في مطلع الشهر");
  scene_.ReadAs("language_code: \"en\" kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "left|غادر company|شركة @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StartsWith(response.text(), "Badr Alsaif (بدر السيف)")) << response.text();
  EXPECT_TRUE(absl::StrContains(response.text(), "غادر بدر السيف شركة نورس"));
  EXPECT_EQ(response.language_code(), "en");
}

TEST_F(AnswererTest, PrefersTheFactThatFillsTheGap) {
  scene_.AddPassage("documents/a", "استثمرت نورس في رمال 40 مليون دولار من أصل 90 مليون دولار");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  scene_.AddValue("90 مليون دولار", R"(money { currency_code: "USD" amount: 90000000 })");
  scene_.AddFact(R"(type: "INVESTED_IN" subject { entity: "entities/nawras" }
                    object { entity: "entities/rimal" }
                    roles { role: "amount" value { money { currency_code: "USD" amount: 40000000 } } })");
  scene_.ReadAs("kind: QUESTION_KIND_HOW_MUCH answer_type: ANSWER_TYPE_MONEY " +
                    Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "INVESTED_IN" asked_role: "amount" confidence: 0.9
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "استثمرت @نورس @رمال");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StartsWith(response.text(), "40 مليون دولار")) << response.text();
  EXPECT_EQ(response.plan().route(), "fact+passage");
  ASSERT_GT(response.claims_size(), 0);
  EXPECT_EQ(response.claims(0).facts(0), "facts/f1");
}

TEST_F(AnswererTest, RefusesAnAmountOfAnotherDeal) {
  scene_.AddPassage("documents/a", "وقعت نورس اتفاقية تعاون مع رمال لتطوير الخدمات");
  scene_.AddPassage("documents/b", "استثمرت نورس 40 مليون دولار في مصنع جديد");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  scene_.ReadAs("kind: QUESTION_KIND_HOW_MUCH answer_type: ANSWER_TYPE_MONEY " +
                    Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
                "كلفت اتفاقية @نورس @رمال");
  const v1::AskResponse response = Answer();
  EXPECT_EQ(response.refusal().reason(), v1::Refusal::REASON_NO_EVIDENCE) << response.text();
  EXPECT_GT(response.refusal().reading_size(), 0);
}

TEST_F(AnswererTest, RefusesAPlaceThatIsNotNamed) {
  scene_.AddPassage("documents/a", "تبني نورس مركز بيانات ضخما في ولاية أمريكية");
  scene_.ReadAs(
      "kind: QUESTION_KIND_WHERE answer_type: ANSWER_TYPE_LOCATION answer_class: \"STATE\" " +
          Asked("e1", "نورس", "ORGANIZATION"),
      "ولاية تبني مركز بيانات @نورس");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(AnswererTest, RefusesANameThatNoDocumentHas) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة نورس");
  scene_.ReadAs("language_code: \"en\" kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON " +
                    Asked("e1", "Zorblax", "ORGANIZATION"),
                "غادر شركة");
  const v1::AskResponse response = Answer();
  EXPECT_EQ(response.refusal().reason(), v1::Refusal::REASON_ENTITY_UNKNOWN);
  EXPECT_EQ(response.refusal().metadata().at("entity"), "Zorblax");
}

TEST_F(AnswererTest, RefusesAGivenNameThatNoDocumentSays) {
  scene_.AddEntity("mansour", "منصور", v1::ENTITY_TYPE_PERSON, "", "Mansour");
  scene_.AddPassage("documents/a", "قال منصور للصحيفة إن الشركة بخير");
  scene_.ReadAs(
      "kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_NAME asked_attribute: \"GIVEN_NAME\" " +
          Asked("e1", "منصور", "PERSON"),
      "قال الصحيفة @منصور");
  EXPECT_EQ(Answer().refusal().reason(), v1::Refusal::REASON_NO_EVIDENCE);
}

TEST_F(AnswererTest, RefusesTheNextEmployerWhenOnlyTheFormerIsKnown) {
  scene_.AddPassage("documents/a", "انضم بدر السيف إلى نورس قادما من رمال ثم رحل");
  scene_.AddFact(R"(type: "JOINED" subject { entity: "entities/badr" }
                    object { entity: "entities/nawras" })");
  scene_.ReadAs(
      "kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_ORGANIZATION answer_class: \"COMPANY\" " +
          Asked("e1", "بدر السيف", "PERSON") + Asked("e2", "نورس", "ORGANIZATION") +
          R"(relations { fact_type: "JOINED" asked_role: "object" confidence: 0.9
                       fillers { role: "subject" entity: "e1" } })",
      "انضم @بدر @نورس رحل");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(AnswererTest, SaysYesOnAFactAndNoOnADenial) {
  const std::string reading = "kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                              Asked("e1", "نورس", "ORGANIZATION") +
                              Asked("e2", "رمال", "ORGANIZATION") +
                              R"(relations { fact_type: "ACQUIRED" confidence: 0.9
         fillers { role: "subject" entity: "e1" } fillers { role: "object" entity: "e2" } })";
  const std::string ends = R"(type: "ACQUIRED" subject { entity: "entities/nawras" }
                              object { entity: "entities/rimal" } )";
  scene_.AddPassage("documents/a", "استحوذت نورس على رمال");
  scene_.AddFact(ends);
  scene_.ReadAs(reading, "استحوذت @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "نعم")) << Answer().text();

  Scene denied;
  denied.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
  denied.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
  denied.AddPassage("documents/a", "نفت نورس أنها استحوذت على رمال");
  denied.AddFact(ends + "polarity: POLARITY_DENIED");
  denied.ReadAs(reading, "استحوذت @نورس @رمال");
  scene_ = denied;
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(AnswererTest, NeverSaysPlainYesToAPlan) {
  scene_.AddPassage("documents/a", "تعتزم نورس الاستحواذ على رمال");
  scene_.AddFact(R"(type: "ACQUIRED" subject { entity: "entities/nawras" }
                    object { entity: "entities/rimal" } modality: MODALITY_PLANNED)");
  scene_.ReadAs("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                    Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "ACQUIRED" confidence: 0.9
                       modality: MODALITY_ACTUAL
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "الاستحواذ @نورس @رمال");
  const std::string text = Answer().text();
  EXPECT_FALSE(text.empty());
  EXPECT_FALSE(absl::StartsWith(text, "نعم")) << text;
  EXPECT_TRUE(absl::StrContains(text, "لم يتأكد")) << text;
}

TEST_F(AnswererTest, ListsTheWholeEnumerationWithItsNumber) {
  scene_.AddEntity("sahel", "ساحل", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Sahel");
  scene_.AddEntity("jabal", "جبل", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Jabal");
  scene_.AddPassage("documents/a", "بدأت نورس العمل مع موردين آخرين هم رمال و ساحل و جبل");
  scene_.AddPassage("documents/b", "أعلنت الوادي نتائجها");
  scene_.ReadAs("kind: QUESTION_KIND_LIST plural: true answer_type: ANSWER_TYPE_ORGANIZATION " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "بدأت العمل موردين @نورس");
  const std::string text = Answer().text();
  EXPECT_TRUE(absl::StartsWith(text, "3: رمال (Rimal)، ساحل (Sahel)، جبل (Jabal)")) << text;
}

TEST_F(AnswererTest, GivesBothFiguresWhenSourcesDiffer) {
  const std::string ends = R"(type: "INVESTED_IN" subject { entity: "entities/nawras" }
                              object { entity: "entities/rimal" } )";
  scene_.AddPassage("documents/a", "استثمرت نورس في رمال 14.3 مليار دولار");
  scene_.AddValue("14.3 مليار دولار", R"(money { currency_code: "USD" amount: 14300000000 })");
  scene_.AddFact(
      ends +
      R"(roles { role: "amount" value { money { currency_code: "USD" amount: 14300000000 } } })");
  scene_.AddPassage("documents/b", "استثمرت نورس في رمال 15 مليار دولار");
  scene_.AddValue("15 مليار دولار", R"(money { currency_code: "USD" amount: 15000000000 })");
  scene_.AddFact(
      ends +
      R"(roles { role: "amount" value { money { currency_code: "USD" amount: 15000000000 } } })");
  scene_.AddPassage("documents/c", "استثمرت نورس في رمال 14 مليار دولار");
  scene_.AddValue("14 مليار دولار", R"(money { currency_code: "USD" amount: 14000000000 })");
  scene_.AddFact(
      ends +
      R"(roles { role: "amount" value { money { currency_code: "USD" amount: 14000000000 } } })");
  scene_.ReadAs("kind: QUESTION_KIND_CONFLICT answer_type: ANSWER_TYPE_MONEY " +
                    Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "INVESTED_IN" asked_role: "amount" confidence: 0.9
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "استثمرت @نورس @رمال");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(response.conflicting());
  EXPECT_TRUE(absl::StrContains(response.text(), "14.3 مليار دولار")) << response.text();
  EXPECT_TRUE(absl::StrContains(response.text(), "15 مليار دولار")) << response.text();
  EXPECT_FALSE(absl::StrContains(response.text(), " 14 مليار دولار")) << response.text();
}

TEST_F(AnswererTest, WhoAsksForBothFiguresIsNotGivenOneForThem) {
  scene_.AddPassage("documents/a", "تبلغ كلفة مصنع نورس 9 ملايين دولار");
  scene_.AddValue("9 ملايين دولار", R"(money { currency_code: "USD" amount: 9000000 })");
  const auto ask = [&](const std::string& question) {
    scene_.ReadAs("kind: QUESTION_KIND_CONFLICT answer_type: ANSWER_TYPE_MONEY " +
                      Asked("e1", "نورس", "ORGANIZATION"),
                  "كلفة مصنع @نورس");
    scene_.SayQuestion(question);
    return Answer();
  };
  EXPECT_TRUE(ask("كلفة مصنع نورس بحسب الرقمين").has_refusal());
  EXPECT_TRUE(absl::StrContains(ask("كلفة مصنع نورس في المقالات").text(), "9"));
}

TEST_F(AnswererTest, AccountsOfOneFigureAreLookedForTogether) {
  scene_.AddPassage("documents/a", "تقدر نورس نفقات الهيكلة بنحو 600 مليون دولار");
  scene_.AddValue("600 مليون دولار", R"(money { currency_code: "USD" amount: 600000000 })");
  scene_.AddPassage("documents/b", "أما نورس فسوف تتكبد نفقات تبلغ 750 مليون دولار");
  scene_.AddValue("750 مليون دولار", R"(money { currency_code: "USD" amount: 750000000 })");
  scene_.ReadAs("kind: QUESTION_KIND_CONFLICT answer_type: ANSWER_TYPE_MONEY " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "نفقات الهيكلة @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(response.conflicting()) << response.text();
  EXPECT_TRUE(absl::StrContains(response.text(), "600")) << response.text();
  EXPECT_TRUE(absl::StrContains(response.text(), "750")) << response.text();
}

TEST_F(AnswererTest, OneSentenceMayGiveBothFigures) {
  scene_.AddPassage("documents/a", "يعمل في نورس نحو 900 شخص أو 870 بحسب سجلاتها");
  scene_.AddValue("900 شخص", R"(quantity { amount: 900 unit_key: "PERSON" bound: BOUND_ABOUT })");
  scene_.AddValue("870", "quantity { amount: 870 }");
  scene_.ReadAs("kind: QUESTION_KIND_CONFLICT answer_type: ANSWER_TYPE_COUNT " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "يعمل شخص @نورس");
  scene_.SayQuestion("كم شخصا يعمل في نورس بحسب الرقمين");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "870"));
}

TEST_F(AnswererTest, GivesBothFiguresThatOneSentenceSetsAgainstEachOther) {
  scene_.AddPassage("documents/a",
                    "كلف مصنع نورس 30 مليون دولار فيما يقول السكان انه كلف 45 مليون دولار");
  scene_.AddValue("30 مليون دولار", R"(money { currency_code: "USD" amount: 30000000 })");
  scene_.AddValue("45 مليون دولار", R"(money { currency_code: "USD" amount: 45000000 })");
  scene_.ReadAs("kind: QUESTION_KIND_HOW_MUCH answer_type: ANSWER_TYPE_MONEY " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "كلف مصنع @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(response.conflicting()) << response.text();
  EXPECT_TRUE(absl::StrContains(response.text(), "30 مليون دولار؛ 45 مليون دولار"))
      << response.text();
}

TEST_F(AnswererTest, TakesAFurtherFigureOfASentenceForNoContradiction) {
  scene_.AddPassage("documents/a", "كلف مصنع نورس 30 مليون دولار وكلف مستودعها 45 مليون دولار");
  scene_.AddValue("30 مليون دولار", R"(money { currency_code: "USD" amount: 30000000 })");
  scene_.AddValue("45 مليون دولار", R"(money { currency_code: "USD" amount: 45000000 })");
  scene_.ReadAs("kind: QUESTION_KIND_HOW_MUCH answer_type: ANSWER_TYPE_MONEY " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "كلف مصنع @نورس");
  EXPECT_FALSE(Answer().conflicting());
}

TEST_F(AnswererTest, AnswersWhyWithTheCause) {
  scene_.AddPassage("documents/a", "أوقفت نورس المشروع بسبب ارتفاع الكلفة");
  scene_.AddClause(v1::CLAUSE_KIND_CAUSE, "ارتفاع الكلفة", "بسبب");
  scene_.AddPassage("documents/a", "أوقفت نورس المشروع أمس");
  scene_.ReadAs("kind: QUESTION_KIND_WHY answer_type: ANSWER_TYPE_REASON " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "أوقفت المشروع @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "ارتفاع الكلفة")) << Answer().text();
}

TEST_F(AnswererTest, WhatFailedBeforeIsACauseAndAFallingFigureNoDenial) {
  scene_.AddPassage("documents/a",
                    "أوقفت نورس المشروع بعد ان تبين للفريق ان الانتاج يتراجع كل شهر");
  scene_.ReadAs("kind: QUESTION_KIND_WHY answer_type: ANSWER_TYPE_REASON " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "أوقفت المشروع @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "تبين")) << Answer().text();
}

TEST_F(AnswererTest, AnswersWhichNewspaperByClass) {
  scene_.AddPassage("documents/a", "ذكرت الوادي أن نورس قسمت فرقها بدعم من رمال");
  scene_.ReadAs(
      "kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_ORGANIZATION answer_class: "
      "\"NEWSPAPER\" " +
          Asked("e1", "نورس", "ORGANIZATION"),
      "ذكرت قسمت @نورس");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "الوادي")) << Answer().text();
}

TEST_F(AnswererTest, CutsCitationsToTheLimitButKeepsOne) {
  for (const char* document : {"documents/a", "documents/b", "documents/c"}) {
    scene_.AddPassage(document, "غادر بدر السيف شركة نورس في مطلع الشهر");
  }
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "غادر شركة @نورس");
  EXPECT_EQ(Answer(1).citations_size(), 1);
  // Copies of one story are one source.
  EXPECT_EQ(Answer().citations_size(), 1);
}

TEST_F(AnswererTest, RefusesWhatIsNoQuestionAndOtherLanguages) {
  scene_.ReadAs("language_code: \"und\"", "");
  EXPECT_EQ(Answer().refusal().reason(), v1::Refusal::REASON_UNSUPPORTED_LANGUAGE);
}

TEST_F(AnswererTest, AnswersTheTwoPartsOfADoubleQuestion) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة نورس");
  scene_.AddPassage("documents/b", "تقود لينا حداد الفريق الجديد");
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON", "غادر");
  const std::string part =
      "parts { language_code: \"ar\" is_question: true kind: QUESTION_KIND_WHO "
      "answer_type: ANSWER_TYPE_PERSON terms { field: FIELD_SURFACE weight: 1 "
      "origin: ORIGIN_LITERAL term: \"";
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON " + part + "غادر\" } } " +
                    part + "تقود\" } }",
                "غادر تقود");
  const std::string text = Answer().text();
  EXPECT_TRUE(absl::StrContains(text, "بدر السيف")) << text;
  EXPECT_TRUE(absl::StrContains(text, "لينا حداد")) << text;
}

}  // namespace
}  // namespace isnad::answering
