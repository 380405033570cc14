// Answers that are of the right type and stand at the right names, yet are of something else.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class MisfitTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
    scene_.AddEntity("dana", "دانة", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Dana");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
    scene_.AddEntity("murati", "ميرا موراتي", v1::ENTITY_TYPE_PERSON, "", "Mira Murati");
    scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
  }

  void AddDeal() {
    scene_.AddPassage("documents/a",
                      "اشترت نورس شركة رمال بمبلغ 40 مليون دولار وكان مديرها قد عمل في دانة");
    scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
    scene_.AddFact(R"(type: "ACQUIRED" subject { entity: "entities/nawras" }
        object { entity: "entities/rimal" }
        roles { role: "amount" value { money { currency_code: "USD" amount: 40000000 } } })",
                   {{"subject", "نورس"}, {"object", "رمال"}, {"amount", "40 مليون دولار"}});
  }
};

TEST_F(MisfitTest, ThePriceOfOnePurchaseIsNotThatOfAnother) {
  AddDeal();
  const auto ask = [&](const std::string& bought, const std::string& term) {
    scene_.ReadAs(kMoney + Asked("e1", "نورس", "ORGANIZATION") +
                      Asked("e2", bought, "ORGANIZATION") +
                      R"(relations { fact_type: "ACQUIRED" asked_role: "amount" confidence: 0.9
                         fillers { role: "subject" entity: "e1" }
                         fillers { role: "object" entity: "e2" } })",
                  "اشترت @نورس @" + term);
    return Answer();
  };
  EXPECT_TRUE(absl::StrContains(ask("رمال", "رمال").text(), "40"));
  EXPECT_TRUE(ask("دانة", "دانة").has_refusal());
}

TEST_F(MisfitTest, ThePriceOfACompanyIsNotAWage) {
  AddDeal();
  scene_.ReadAs(kMoney + Asked("e1", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "OFFERED_PAY" asked_role: "amount" confidence: 0.85
                       fillers { role: "object" entity: "e1" } })",
                "بمبلغ مديرها @رمال");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, ASumBesideAPersonIsNoSalaryUnlessCalledSo) {
  const auto ask = [&] {
    scene_.ReadAs(kMoney + Asked("e1", "بدر السيف", "PERSON") +
                      R"(relations { fact_type: "OFFERED_PAY" asked_role: "amount" confidence: 0.85
                         trigger { begin: 0 end: 8 quote: "راتب" }
                         fillers { role: "object" entity: "e1" } })",
                  "مدير @بدر @السيف");
    return Answer();
  };
  scene_.AddPassage("documents/a",
                    "قال مدير الشركة بدر السيف إنها باعت بضائع بمبلغ 40 مليون دولار");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  EXPECT_TRUE(ask().has_refusal()) << ask().text();
  scene_.AddPassage("documents/b", "ويبلغ راتب بدر السيف مدير الشركة 90 ألف دولار");
  scene_.AddValue("90 ألف دولار", R"(money { currency_code: "USD" amount: 90000 })");
  EXPECT_TRUE(absl::StrContains(ask().text(), "90")) << ask().text();
}

TEST_F(MisfitTest, WhatARoundIsWorthIsNoValuation) {
  const auto ask = [&] {
    scene_.ReadAs(kMoney + Asked("e1", "رمال", "ORGANIZATION") +
                      R"(asked_attribute: "VALUATION" focus { begin: 0 end: 400 quote: "" })",
                  "بقيمة|تقييم جولة @رمال");
    return Answer();
  };
  scene_.AddPassage("documents/a", "أغلقت رمال جولة تمويل ثانية بقيمة 40 مليون دولار");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  EXPECT_TRUE(ask().has_refusal()) << ask().text();
}

TEST_F(MisfitTest, WhatASentenceWithoutAHouseTellsIsOfTheHeadlines) {
  scene_.AddPassage("documents/a", "أزمة جديدة في نورس", v1::PASSAGE_KIND_HEADLINE);
  scene_.AddPassage("documents/a", "تراجعت المبيعات مرتين هذا العام");
  scene_.AddPassage("documents/a", "والأسهم أيضا");
  scene_.AddPassage("documents/a", "انتقل كبير مصمميها إلى دانة قبل شهر");
  scene_.ReadAs("kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_ORGANIZATION " +
                    Asked("e1", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "JOINED" asked_role: "object" confidence: 0.85 })",
                "انتقل كبير مصمميها @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "دانة")) << Answer().text();
}

TEST_F(MisfitTest, WhoSpeaksForAHouseDoesNotRunIt) {
  scene_.AddPassage("documents/a", "قالت المتحدثة باسم نورس لينا حداد إن المناجم باقية");
  scene_.AddFact(R"(type: "HOLDS_ROLE" subject { entity: "entities/lina" }
      object { entity: "entities/nawras" }
      roles { role: "role" value { text: "المتحدثة باسم" }
              display_text: "المتحدثة باسم" })",
                 {{"subject", "لينا حداد"}, {"object", "نورس"}});
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON " +
                    Asked("e1", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "HOLDS_ROLE" asked_role: "subject" confidence: 0.85
                       fillers { role: "object" entity: "e1" } })",
                "المناجم @نورس");
  EXPECT_TRUE(Answer().has_refusal()) << Answer().text();
}

TEST_F(MisfitTest, TheDayOfANewsIsNotThatOfTakingUpThePost) {
  const auto ask = [&] {
    scene_.ReadAs("kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE " +
                      Asked("e1", "بدر السيف", "PERSON") +
                      R"(relations { fact_type: "APPOINTED" asked_role: "date" confidence: 0.85
                         trigger { begin: 0 end: 10 quote: "takes up" }
                         fillers { role: "subject" entity: "e1" } })",
                  "عينت|ويباشر @بدر @السيف");
    return Answer();
  };
  const char* kDay = R"(date { precision: DATE_PRECISION_DAY basis: DATE_BASIS_STATED
      start_date { year: 2025 month: 3 day: %d } end_date { year: 2025 month: 3 day: %d } })";
  const auto day = [&](const char* number) { return absl::StrReplaceAll(kDay, {{"%d", number}}); };
  scene_.AddPassage("documents/a", "عينت نورس في 3 مارس 2025 بدر السيف مديرا");
  scene_.AddValue("3 مارس 2025", day("3"));
  EXPECT_TRUE(ask().has_refusal()) << ask().text();
  scene_.AddPassage("documents/a", "ويباشر بدر السيف عمله في 20 مارس 2025");
  scene_.AddValue("20 مارس 2025", day("20"));
  EXPECT_TRUE(absl::StrContains(ask().text(), "20")) << ask().text();
}

TEST_F(MisfitTest, ThePriceOfAllIsNotThatOfOne) {
  const auto ask = [&] {
    scene_.ReadAs(kMoney + Asked("e1", "رمال", "ORGANIZATION") + "asked_attribute: \"UNIT_PRICE\" ",
                  "دفع سهم @رمال");
    return Answer();
  };
  scene_.AddPassage("documents/a", "دفع الصندوق ثمن كل سهم في رمال 40 مليون دولار نقدا");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  EXPECT_TRUE(ask().has_refusal()) << ask().text();
  scene_.AddPassage("documents/b", "دفع الصندوق في رمال 31 دولارا للسهم حسب بيان عن كل سهم");
  scene_.AddValue("31 دولارا", R"(money { currency_code: "USD" amount: 31 })");
  EXPECT_TRUE(absl::StrContains(ask().text(), "31")) << ask().text();
}

TEST_F(MisfitTest, AProfitIsOnlyWhatIsCalledOne) {
  scene_.AddPassage("documents/a", "بلغت إيرادات نورس 90 مليون دولار في السنة الماضية");
  scene_.AddValue("90 مليون دولار", R"(money { currency_code: "USD" amount: 90000000 })");
  const auto ask = [&](const std::string& attribute, const std::string& noun) {
    scene_.ReadAs(
        kMoney + ("asked_attribute: \"" + attribute + "\" ") + Asked("e1", "نورس", "ORGANIZATION"),
        noun + " بلغت السنة @نورس");
    return Answer();
  };
  EXPECT_TRUE(ask("PROFIT", "أرباح").has_refusal());
}

TEST_F(MisfitTest, AnItemOfAListIsNotAboutWhomTheItemBeforeNames) {
  scene_.AddPassage("documents/a", "انتقل بدر السيف إلى نورس مطلع العام",
                    v1::PASSAGE_KIND_LIST_ITEM);
  scene_.AddPassage("documents/a", "عرضت نورس على لينا حداد راتب 40 مليون دولار",
                    v1::PASSAGE_KIND_LIST_ITEM);
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  scene_.ReadAs(kMoney + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "بدر السيف", "PERSON"),
                "عرضت راتب @نورس @بدر @السيف");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, NoCompanyHoldsAPost) {
  scene_.AddPassage("documents/a", "خرج الرئيس التنفيذي لشركة دانة التي اشترتها نورس");
  scene_.ReadAs(kWho + Asked("e1", "دانة", "ORGANIZATION") +
                    R"(relations { fact_type: "HOLDS_ROLE" asked_role: "subject" confidence: 0.9
                       fillers { role: "object" entity: "e1" } })",
                "الرئيس التنفيذي لشركة @دانة");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, TheHeadOfFinanceIsNotTheHeadOfTheCompany) {
  scene_.AddPassage("documents/a", "عينت نورس لينا حداد مديرا ماليا");
  const auto ask = [&](const std::string& role) {
    scene_.ReadAs("language_code: \"en\" " + std::string(kWho) +
                      Asked("e1", "نورس", "ORGANIZATION") +
                      R"(relations { fact_type: "HOLDS_ROLE" asked_role: "subject" confidence: 0.9
                         fillers { role: "object" entity: "e1" }
                         fillers { role: "role" entity: ")" +
                      role + "\" } }",
                  "chief|عينت officer|مديرا @نورس");
    return Answer();
  };
  EXPECT_TRUE(ask("CHIEF_EXECUTIVE").has_refusal());
  EXPECT_TRUE(absl::StrContains(ask("CHIEF_FINANCIAL_OFFICER").text(), "لينا حداد"));
}

TEST_F(MisfitTest, TheSumOfTheQuestionTellsWhichDealItMeans) {
  scene_.AddPassage("documents/a", "استثمرت رمال في نورس 40 مليون دولار");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  const auto ask = [&](const std::string& amount) {
    scene_.ReadAs(
        "kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_ORGANIZATION "
        "values { money { currency_code: \"USD\" amount: " +
            amount + " } } " + Asked("e1", "نورس", "ORGANIZATION"),
        "استثمرت مليون دولار @نورس");
    return Answer();
  };
  EXPECT_TRUE(absl::StrContains(ask("40000000").text(), "رمال"));
  EXPECT_TRUE(ask("70000000").has_refusal());
}

TEST_F(MisfitTest, WhomSomebodyLeftIsNotWhomTheyJoined) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة دانة وانضم إلى مصرف آخر");
  scene_.AddFact(R"(type: "LEFT" subject { entity: "entities/badr" }
                    object { entity: "entities/dana" })",
                 {{"subject", "بدر السيف"}, {"object", "دانة"}});
  scene_.ReadAs("kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_ORGANIZATION " +
                    Asked("e1", "بدر السيف", "PERSON") +
                    R"(relations { fact_type: "JOINED" asked_role: "object" confidence: 0.9
                       fillers { role: "subject" entity: "e1" } })",
                "انضم شركة @بدر @السيف");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, ANameInOtherLettersIsFoundInThePassages) {
  scene_.AddPassage("documents/a", "غادرت ميرا موراتي شركة نورس في يناير");
  scene_.ReadAs(
      "language_code: \"en\" kind: QUESTION_KIND_WHAT "
      "answer_type: ANSWER_TYPE_ORGANIZATION " +
          Asked("e1", "Mira Murati", "PERSON", /*known=*/false),
      "left|غادرت company|شركة");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StrContains(response.text(), "Nawras")) << response.DebugString();
}

TEST_F(MisfitTest, TheTownInFrontOfAReportIsNotWhereSomethingStands) {
  const char* const reading = "kind: QUESTION_KIND_WHERE answer_type: ANSWER_TYPE_LOCATION ";
  scene_.AddEntity("muscat", "مسقط", v1::ENTITY_TYPE_LOCATION, "CITY", "Muscat");
  scene_.AddEntity("sohar", "صحار", v1::ENTITY_TYPE_LOCATION, "CITY", "Sohar");
  scene_.AddPassage("documents/a", "مسقط - بدأت نورس بناء مصنع جديد");
  scene_.ReadAs(reading + Asked("e1", "نورس", "ORGANIZATION"), "بناء مصنع @نورس");
  EXPECT_TRUE(Answer().has_refusal());
  scene_.AddPassage("documents/a", "واختارت نورس صحار لبناء مصنع الرقائق");
  scene_.ReadAs(reading + Asked("e1", "نورس", "ORGANIZATION"), "لبناء مصنع @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "صحار"));
}

TEST_F(MisfitTest, WhoeverLeavesAPostIsNotWhoComesToIt) {
  scene_.AddPassage("documents/a", "قبول استقالة المدير بدر السيف من نورس وتعيين لينا حداد مديرا");
  const char* const relation =
      R"(relations { fact_type: "APPOINTED" asked_role: "subject" confidence: 0.9
         fillers { role: "object" entity: "e1" } })";
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") + relation, "تعيين مديرا @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StartsWith(response.text(), "لينا حداد")) << response.DebugString();
}

TEST_F(MisfitTest, TheArticlesOwnQuestionIsAnsweredByItsNextSentence) {
  scene_.AddPassage("documents/a", "هل اشترت نورس شركة رمال؟");
  scene_.AddPassage("documents/a", "لا بل إن نورس قالت ذلك بوضوح");
  scene_.ReadAs("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                    Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
                "اشترت @نورس @رمال");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StartsWith(response.text(), "لا")) << response.DebugString();
}

TEST_F(MisfitTest, AHeadlineGivesNoCauseButTheSentenceBehindItMay) {
  scene_.AddPassage("documents/a", "نورس تؤجل رقاقة جديدة وسط دهشة السوق",
                    v1::PASSAGE_KIND_HEADING);
  scene_.AddPassage("documents/a", "وقالت نورس إنها تؤجل رقاقة بسبب عيب في التصميم");
  scene_.ReadAs("kind: QUESTION_KIND_WHY answer_type: ANSWER_TYPE_REASON " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "تؤجل رقاقة جديدة @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StrContains(response.text(), "عيب")) << response.DebugString();
}

TEST_F(MisfitTest, ItsFounderIsTheFounderOfWhomTheSentenceIsAbout) {
  scene_.AddPassage("documents/a", "اشترت نورس شركة رمال كما قال مؤسسها بدر السيف");
  const char* const relation =
      R"(relations { fact_type: "HOLDS_ROLE" asked_role: "subject" confidence: 0.9
         fillers { role: "object" entity: "e1" } })";
  scene_.ReadAs(kWho + Asked("e1", "رمال", "ORGANIZATION") + relation, "مؤسسها @رمال");
  const v1::AskResponse bought = Answer();
  EXPECT_TRUE(bought.has_refusal()) << bought.text();
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") + relation, "مؤسسها @نورس");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "بدر السيف"));
}

TEST_F(MisfitTest, HundredsInTheHeadlineAreAFigureFurtherDown) {
  scene_.AddPassage("documents/a", "نورس تسرح مئات العمال في المصنع", v1::PASSAGE_KIND_HEADING);
  scene_.AddValue(
      "مئات العمال",
      R"(quantity { amount: 100 bound: BOUND_AT_LEAST unit: "عمال" unit_key: "EMPLOYEE" })");
  scene_.AddPassage("documents/a", "وقررت نورس أن تسرح 340 عاملا في المصنع");
  scene_.AddValue("340 عاملا", R"(quantity { amount: 340 unit: "عاملا" unit_key: "EMPLOYEE" })");
  scene_.ReadAs(
      "kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT answer_class: \"EMPLOYEE\" " +
          Asked("e1", "نورس", "ORGANIZATION"),
      "تسرح المصنع @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StrContains(response.text(), "340")) << response.DebugString();
}

TEST_F(MisfitTest, AReportThatTheNextSentenceDeniesIsNotConfirmed) {
  scene_.AddPassage("documents/a", "ذكرت صحيفة أن نورس تقترب من جمع تمويل جديد");
  scene_.AddPassage("documents/a", "غير أن نورس نفت الخبر في بيان");
  scene_.ReadAs("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "تقترب جمع تمويل جديد @نورس");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(absl::StartsWith(response.text(), "لا")) << response.DebugString();
}

TEST_F(MisfitTest, AnotherFigureThanTheQuestionsIsNo) {
  scene_.AddPassage("documents/a", "أكدت نورس أنها تلغي 14 وظيفة في المصنع");
  scene_.AddValue("14 وظيفة", R"(quantity { amount: 14 unit: "وظيفة" unit_key: "JOB" })");
  const auto ask = [&](const std::string& amount) {
    scene_.ReadAs("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                      Asked("e1", "نورس", "ORGANIZATION") +
                      "values { quantity { amount: " + amount + " unit_key: \"JOB\" } }",
                  "أكدت تلغي وظيفة المصنع @نورس");
    return Answer();
  };
  EXPECT_TRUE(absl::StartsWith(ask("14").text(), "نعم"));
  EXPECT_TRUE(absl::StartsWith(ask("30").text(), "لا")) << ask("30").DebugString();
}

TEST_F(MisfitTest, AnOfferIsNoPurchase) {
  scene_.AddPassage("documents/a", "عرضت دانة شراء رمال وما زال مجلسها يدرس ذلك");
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_NAME " +
                    Asked("e1", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "ACQUIRED" asked_role: "subject" confidence: 0.6
                       modality: MODALITY_ACTUAL
                       fillers { role: "object" entity: "e1" } })",
                "اشترى|شراء @رمال");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, WhoMeansToInvestHasNotInvested) {
  scene_.AddPassage("documents/a", "تدرس دانة الاستثمار في رمال عبر جولة جديدة");
  scene_.AddFact(R"(type: "INVESTED_IN" subject { entity: "entities/dana" }
        object { entity: "entities/rimal" } modality: MODALITY_PLANNED)",
                 {{"subject", "دانة"}, {"object", "رمال"}});
  const auto ask = [&](const std::string& modality) {
    scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_ORGANIZATION " +
                      Asked("e1", "رمال", "ORGANIZATION") +
                      R"(relations { fact_type: "INVESTED_IN" asked_role: "subject" confidence: 0.9
               fillers { role: "object" entity: "e1" } modality: )" +
                      modality + " }",
                  "الاستثمار @رمال");
    return Answer();
  };
  EXPECT_TRUE(absl::StrContains(ask("MODALITY_PLANNED").text(), "دانة"));
  EXPECT_TRUE(ask("MODALITY_ACTUAL").has_refusal()) << ask("MODALITY_ACTUAL").text();
}

TEST_F(MisfitTest, ARoundIsNotWhatOneOfItsInvestorsGave) {
  scene_.AddPassage("documents/a", "أغلقت رمال جولة تمويل بقيمة 40 مليون دولار");
  scene_.AddValue("40 مليون دولار", R"(money { currency_code: "USD" amount: 40000000 })");
  scene_.AddPassage("documents/a", "وضمت قائمة المستثمرين نورس");
  scene_.ReadAs(kMoney + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "INVESTED_IN" asked_role: "amount" confidence: 0.9
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "استثمرت|تمويل @نورس @رمال");
  const v1::AskResponse response = Answer();
  EXPECT_TRUE(response.has_refusal()) << response.text();
}

TEST_F(MisfitTest, WhoToldItIsNotCounted) {
  scene_.AddPassage("documents/a", "قال شخصان مطلعان إن نورس تعمل في المصنع");
  scene_.AddValue("شخصان", R"(quantity { amount: 2 unit: "شخصان" unit_key: "PERSON" })");
  scene_.ReadAs(
      "kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT answer_class: \"PERSON\" " +
          Asked("e1", "نورس", "ORGANIZATION"),
      "تعمل المصنع @نورس");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, AQuotedNameIsNoCause) {
  scene_.AddPassage("documents/a", "استقال بدر السيف من نورس وأنشأ شركة «رمال فنتشرز»");
  scene_.AddClause(v1::CLAUSE_KIND_QUOTATION, "رمال فنتشرز");
  scene_.ReadAs("kind: QUESTION_KIND_WHY answer_type: ANSWER_TYPE_REASON " +
                    Asked("e1", "بدر السيف", "PERSON"),
                "استقال @بدر @السيف");
  EXPECT_TRUE(Answer().has_refusal());
}

TEST_F(MisfitTest, WhoIsInterviewedSpeaksForTheHouseOfTheHeadline) {
  scene_.AddPassage("documents/a", "بدر السيف رئيس نورس في حوار مفتوح", v1::PASSAGE_KIND_HEADLINE);
  for (int i = 0; i < 3; ++i) scene_.AddPassage("documents/a", "كان اللقاء في مكتب هادئ");
  scene_.AddPassage("documents/a", "يعمل لدينا اليوم 340 عاملا في المصنع");
  scene_.AddValue("340 عاملا", R"(quantity { amount: 340 unit: "عاملا" unit_key: "EMPLOYEE" })");
  const auto ask = [&](const std::string& house) {
    scene_.ReadAs(
        "kind: QUESTION_KIND_HOW_MANY answer_type: ANSWER_TYPE_COUNT answer_class: \"EMPLOYEE\" " +
            Asked("e1", house, "ORGANIZATION"),
        "يعمل المصنع @" + house);
    return Answer();
  };
  EXPECT_TRUE(absl::StrContains(ask("نورس").text(), "340"));
  EXPECT_TRUE(ask("دانة").has_refusal());
}

TEST_F(MisfitTest, WhoJoinedAnotherHouseDidNotJoinThisOne) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة رمال ثم انضم إلى دانة في مايو");
  scene_.AddFact(R"(type: "JOINED" confidence: 0.9 subject { entity: "entities/badr" }
                    object { entity: "entities/dana" })");
  const auto ask = [&](const std::string& house) {
    scene_.ReadAs("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                      Asked("e1", "بدر السيف", "PERSON") + Asked("e2", house, "ORGANIZATION") +
                      R"(relations { fact_type: "JOINED" confidence: 0.9
                         fillers { role: "subject" entity: "e1" }
                         fillers { role: "object" entity: "e2" } })",
                  "انضم @بدر|@السيف @" + house);
    return Answer().text();
  };
  EXPECT_TRUE(absl::StartsWith(ask("دانة"), "نعم")) << ask("دانة");
  EXPECT_TRUE(absl::StartsWith(ask("نورس"), "لا")) << ask("نورس");
}

TEST_F(MisfitTest, ADenialOfSomethingElseInTheSentenceDeniesNothingAsked) {
  scene_.AddPassage("documents/a",
                    "أطلقت نورس نسخة جديدة من المحرك وقد نفت الأسبوع الماضي أنباء عن بيعها");
  scene_.ReadAs("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                    Asked("e1", "نورس", "ORGANIZATION"),
                "أطلقت نسخة المحرك @نورس");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "نعم")) << Answer().DebugString();
}

TEST_F(MisfitTest, AQuestionWithANegationIsAffirmedByWhatHappened) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة رمال في مايو");
  scene_.ReadAs("negated: true kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN " +
                    Asked("e1", "بدر السيف", "PERSON") + Asked("e2", "رمال", "ORGANIZATION"),
                "غادر @بدر|@السيف @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "بلى")) << Answer().DebugString();
}

TEST_F(MisfitTest, OfTwoThatAreComparedTheOneWithMoreIsGivenWithBothFigures) {
  scene_.AddPassage("documents/a", "سرحت نورس 180 موظفا في مايو");
  scene_.AddValue("180 موظفا", R"(quantity { amount: 180 unit: "موظفا" unit_key: "EMPLOYEE" })");
  scene_.AddPassage("documents/b", "سرحت رمال 120 موظفا في يونيو");
  scene_.AddValue("120 موظفا", R"(quantity { amount: 120 unit: "موظفا" unit_key: "EMPLOYEE" })");
  // "نورس ام رمال": eight bytes each, around a word of four.
  const auto name = [](const std::string& id, const std::string& spelling, int begin) {
    return "entities { span { begin: " + std::to_string(begin) +
           " end: " + std::to_string(begin + 8) + " quote: \"" + spelling +
           "\" } known: true certain: true entity { id: \"" + id +
           "\" type: ENTITY_TYPE_ORGANIZATION folded_keys: \"" + spelling + "\" } } ";
  };
  scene_.ReadAs("kind: QUESTION_KIND_CONFLICT " + name("e1", "نورس", 0) + name("e2", "رمال", 14) +
                    "alternatives { begin: 0 end: 8 } alternatives { begin: 14 end: 22 }",
                "سرحت @نورس @رمال");
  scene_.SayQuestion("نورس ام رمال سرحت موظفين اكثر");
  const std::string text = Answer().text();
  EXPECT_TRUE(absl::StartsWith(text, "نورس")) << text;
  EXPECT_TRUE(absl::StrContains(text, "180")) << text;
  EXPECT_TRUE(absl::StrContains(text, "120")) << text;
}

TEST_F(MisfitTest, RowsOfATableAreComparedByTheColumnThatIsAskedFor) {
  const auto row = [&](const std::string& name, const std::string& staff, const std::string& cost) {
    scene_.AddPassage("documents/a", "| " + name + " | " + staff + " | " + cost + " |",
                      v1::PASSAGE_KIND_TABLE_ROW);
  };
  row("الشركة", "الموظفون", "الكلفة");
  row("نورس", "900", "30");
  scene_.AddValue("900", "quantity { amount: 900 }");
  scene_.AddValue("30", "quantity { amount: 30 }");
  row("رمال", "700", "45");
  scene_.AddValue("700", "quantity { amount: 700 }");
  scene_.AddValue("45", "quantity { amount: 45 }");
  // "نورس ام رمال" as above.
  const auto name = [](const std::string& id, const std::string& spelling, int begin) {
    return "entities { span { begin: " + std::to_string(begin) +
           " end: " + std::to_string(begin + 8) + " quote: \"" + spelling +
           "\" } known: true certain: true entity { id: \"" + id +
           "\" type: ENTITY_TYPE_ORGANIZATION folded_keys: \"" + spelling + "\" } } ";
  };
  scene_.ReadAs("kind: QUESTION_KIND_CONFLICT " + name("e1", "نورس", 0) + name("e2", "رمال", 14) +
                    R"(alternatives { begin: 0 end: 8 quote: "نورس" }
                       alternatives { begin: 14 end: 22 quote: "رمال" })",
                "الكلفة @نورس @رمال");
  scene_.SayQuestion("نورس ام رمال الكلفة اكثر");
  const std::string text = Answer().text();
  EXPECT_TRUE(absl::StartsWith(text, "رمال")) << text;
  EXPECT_TRUE(absl::StrContains(text, "نورس: 30")) << text;
  // A word of time behind it changes nothing.
  scene_.SayQuestion("نورس ام رمال الكلفة اكثر اولا");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "رمال")) << Answer().text();
}

TEST_F(MisfitTest, AClaimIsGivenWithTheDenialBehindIt) {
  scene_.AddPassage("documents/a", "ذكرت صحيفة أن نورس تعرض 40 مليون دولار لشراء رمال");
  scene_.AddPassage("documents/a", "لكن نورس نفت التقرير في بيان مقتضب");
  scene_.AddPassage("documents/b", "نفت دانة أنها ألغت طلبية");
  scene_.ReadAs("kind: QUESTION_KIND_CONFLICT " + Asked("e1", "نورس", "ORGANIZATION") +
                    Asked("e2", "رمال", "ORGANIZATION"),
                "صحيفة تعرض لشراء @نورس @رمال");
  const std::string text = Answer().text();
  EXPECT_TRUE(absl::StrContains(text, "40")) << text;
  EXPECT_TRUE(absl::StrContains(text, "نفت التقرير")) << text;
  EXPECT_FALSE(absl::StrContains(text, "دانة")) << text;
}

TEST_F(MisfitTest, WhoSuppliesSomethingElseIsNoSupplierOfThis) {
  scene_.AddPassage("documents/a", "تزود دانة مجمع نورس بالطاقة");
  scene_.AddPassage("documents/a", "وصلت المعالجات الدقيقة إلى مجمع نورس");
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_ORGANIZATION " +
                    Asked("e1", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "SUPPLIES" asked_role: "subject" confidence: 0.85
                       fillers { role: "object" entity: "e1" } })",
                "تزود المعالجات الدقيقة @نورس");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "دانة")) << Answer().text();
}

TEST_F(MisfitTest, ACompanyIsFoundedOnNoDayOfTheNews) {
  scene_.AddPassage("documents/a", "أعلن مؤسس نورس أمس صفقة كبيرة");
  scene_.AddValue("أمس", R"(date { basis: DATE_BASIS_PUBLICATION precision: DATE_PRECISION_DAY
      start_date { year: 2026 month: 11 day: 7 } })");
  scene_.ReadAs("kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE " +
                    Asked("e1", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "FOUNDED" asked_role: "date" confidence: 0.85
                       fillers { role: "object" entity: "e1" } })",
                "مؤسس @نورس");
  EXPECT_TRUE(Answer().has_refusal()) << Answer().text();
}

TEST_F(MisfitTest, ACommonNounIsNotTheHouseThatIsCalledByIt) {
  scene_.AddPassage("documents/a", "قادت دانة جولة كبيرة والسوق لا يرحم");
  scene_.ReadAs("kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_ORGANIZATION " +
                    Asked("e1", "سوق الغدير", "ORGANIZATION") +
                    R"(relations { fact_type: "INVESTED_IN" asked_role: "subject" confidence: 0.85
                       fillers { role: "object" entity: "e1" } })",
                "قادت جولة @سوق|والسوق @الغدير");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "دانة")) << Answer().text();
}

}  // namespace
}  // namespace isnad::answering
