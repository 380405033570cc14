// Yes and no where the article denies in its own way, and where figures are bounds.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr char kYesNo[] = "kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN ";

class VerdictTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
  }

  // Whether Nawras bought Rimal, in the words of `terms`.
  void AskWhetherBought(const std::string& terms) {
    scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") +
                      Asked("e2", "رمال", "ORGANIZATION") +
                      R"(relations { fact_type: "ACQUIRED" confidence: 0.85
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                  terms);
  }
};

TEST_F(VerdictTest, AReplyInTheFirstPersonDeniesWhatTheInterviewerBringsUp) {
  scene_.AddPassage("documents/a", "حوار مع مدير رمال", v1::PASSAGE_KIND_HEADLINE);
  scene_.AddPassage("documents/a", "قيل إن عرض شراء جاءكم من نورس ، ما الحقيقة ؟");
  scene_.AddPassage("documents/a", "لم يصل لنا أي عرض منها ولا من سواها");
  AskWhetherBought("عرض شراء @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhatAnotherBoughtWasNotBoughtByWhoIsAskedAbout) {
  scene_.AddEntity("dana", "دانة", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Dana");
  scene_.AddPassage("documents/a", "اشترت دانة استوديو رمال في صفقة كبيرة");
  scene_.AddPassage("documents/a", "وبهذه صفقة تقترب من منافستها نورس");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "ACQUIRED" confidence: 0.85
                       trigger { begin: 0 end: 10 quote: "اشترت" }
                       fillers { role: "subject" entity: "e1" } })",
                "اشترت استوديو @نورس @رمال");
  scene_.SayQuestion("اشترت استوديو نورس رمال");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "نعم")) << Answer().text();
}

TEST_F(VerdictTest, TheSentenceBehindMayExcludeWhoIsAskedAbout) {
  scene_.AddEntity("dana", "دانة", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Dana");
  scene_.AddPassage("documents/a", "تبني نورس مركز بيانات بشراكة مع دانة");
  scene_.AddPassage("documents/a", "وأكدت رمال أنها ليست طرفا في المشروع");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
                "بشراكة مركز بيانات @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhatIsCalledBaselessIsDenied) {
  scene_.AddPassage("documents/a", "قالت نورس عن شراء رمال إن هذا الكلام لا اساس له");
  AskWhetherBought("شراء @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhoIsAskedForAnAdmissionAndDeniesDoesNotAdmit) {
  const std::string money = R"(money { currency_code: "USD" amount: 9000000 })";
  scene_.AddPassage("documents/a", "عرضت نورس على رمال 9 ملايين دولار");
  scene_.AddValue("9 ملايين دولار", money);
  scene_.AddPassage("documents/b", "لكن رمال نفت أن تكون نورس عرضت عليها 9 ملايين دولار");
  scene_.AddValue("9 ملايين دولار", money);
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    "values { " + money + " }",
                "عرضت @نورس @رمال");
  scene_.SayQuestion("does rimal admit that nawras offered it 9 million dollars");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, ALargerFigureIsMoreThanTheBound) {
  scene_.AddPassage("documents/a", "تبلغ كلفة مصنع نورس 9 ملايين دولار");
  scene_.AddValue("9 ملايين دولار", R"(money { currency_code: "USD" amount: 9000000 })");
  const auto ask = [&](const std::string& amount) {
    scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") +
                      "values { money { currency_code: \"USD\" bound: BOUND_AT_LEAST amount: " +
                      amount + " } }",
                  "كلفة مصنع @نورس");
    return Answer().text();
  };
  EXPECT_TRUE(absl::StartsWith(ask("5000000"), "نعم")) << ask("5000000");
  EXPECT_TRUE(absl::StartsWith(ask("12000000"), "لا")) << ask("12000000");
}

TEST_F(VerdictTest, WhoNamesNobodyOfTheQuestionAffirmsNothing) {
  scene_.AddEntity("dana", "دانة", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Dana");
  scene_.AddPassage("documents/a", "عقدت نورس و رمال اجتماعا في الدوحة");
  scene_.AddPassage("documents/a", "ووظفت دانة خمسة من المهندسين في الربيع");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
                "ووظفت المهندسين @نورس @رمال");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "نعم")) << Answer().text();
}

TEST_F(VerdictTest, OneEndWithoutTheDealAffirmsNoDeal) {
  scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
  scene_.AddPassage("documents/a", "خرج بدر السيف من نورس ليؤسس رمال");
  scene_.AddPassage("documents/a", "ويتولى بدر السيف رئاسة المختبر الجديد في عمان");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    Asked("e3", "بدر السيف", "PERSON") +
                    R"(relations { fact_type: "INVESTED_IN" confidence: 0.9
                       trigger { begin: 0 end: 3 }
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "المختبر الجديد @بدر @السيف @نورس @رمال");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "نعم")) << Answer().text();
}

TEST_F(VerdictTest, AFactWhoseSentenceWasNotFoundMustNameAllItself) {
  scene_.AddPassage("documents/a", "تشيد نورس مركزا للبيانات");
  scene_.AddFact(R"(type: "ACQUIRED" subject { entity: "entities/nawras" })",
                 {{"subject", "نورس"}});
  AskWhetherBought("اشترت @رمال");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "نعم")) << Answer().text();
}

TEST_F(VerdictTest, AReplyThatOpensWithANegationDenies) {
  const auto ask = [&] {
    scene_.ReadAs(
        kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
        "محادثات اندماج @نورس @رمال");
    return Answer().text();
  };
  scene_.AddPassage("documents/a",
                    "سئل مدير نورس عن محادثات اندماج مع رمال فرد قائلا : لم نجلس معهم قط");
  EXPECT_TRUE(absl::StartsWith(ask(), "لا")) << ask();
}

TEST_F(VerdictTest, ARumourIsGivenAsOneAndARefutedOneAsDenied) {
  scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
  const auto ask = [&] {
    scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "بدر السيف", "PERSON"),
                  "ترك @بدر @السيف @نورس");
    return Answer().text();
  };
  scene_.AddPassage("documents/a", "يشاع منذ أيام أن بدر السيف ترك نورس");
  EXPECT_TRUE(absl::StrContains(ask(), "مزاعم")) << ask();
  scene_.AddPassage("documents/a", "وجاء الرد من بدر السيف سريعا : مازلت في نورس");
  EXPECT_TRUE(absl::StartsWith(ask(), "لا")) << ask();
}

TEST_F(VerdictTest, ADenialOfAllTalksIsOfTheReportBeforeIt) {
  scene_.AddPassage("documents/a", "ذكرت تقارير أن نورس تبحث شراء رمال بالكامل");
  AskWhetherBought("تبحث شراء بالكامل @نورس @رمال");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
  scene_.AddPassage("documents/a", "وقال آخرون إن الكلام توقف في الشتاء");
  scene_.AddPassage("documents/a", "ونفت متحدثة باسم نورس وجود اي مفاوضات من هذا النوع");
  AskWhetherBought("تبحث شراء بالكامل @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhoIsAskedToSpeakSaysNoHimself) {
  scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
  scene_.AddPassage("documents/a", "بدر السيف ، مدير نورس : « لن نقترب من رمال مهما قيل »");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(entities { span { begin: 40 end: 60 quote: "بدر السيف" } certain: true
                       entity { id: "e3" type: ENTITY_TYPE_PERSON folded_keys: "بدر السيف" } }
                       source_limit { begin: 40 end: 60 quote: "بدر السيف" })",
                "تشتري @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhoseVeryWordIsDeniedTheArticleSays) {
  scene_.AddPassage("documents/a", "حصلت رمال على قرض جديد في الصيف");
  scene_.AddPassage("documents/a", "وارتفعت ايراداتها قليلا في الخريف");
  scene_.AddPassage("documents/a", "واكد مديرها ذلك في مقابلة");
  scene_.AddPassage("documents/a", "وتكتفي نورس بدور الممول ، لا نية في شراء كامل");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "ACQUIRED" confidence: 0.85
                       trigger { begin: 5 end: 13 quote: "شراء" }
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "شراء كامل @نورس @رمال");
  scene_.SayQuestion("هل شراء كامل نورس رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, ADenialOfSomethingElseIsNotTheOneAskedAbout) {
  scene_.AddPassage("documents/a", "نفت نورس وجود عيوب في بطارياتها");
  const auto ask = [&](const std::string& terms) {
    scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") +
                      R"(relations { fact_type: "DENIED" confidence: 0.8 trigger { begin: 0 end: 6 }
                         fillers { role: "subject" entity: "e1" } })",
                  terms + " @نورس");
    scene_.SayQuestion(terms);
    return Answer().text();
  };
  EXPECT_TRUE(absl::StartsWith(ask("نفت عيوب"), "نعم")) << ask("نفت عيوب");
  EXPECT_FALSE(absl::StartsWith(ask("نفت رحيل الباحثين"), "نعم")) << ask("نفت رحيل الباحثين");
}

TEST_F(VerdictTest, WhoKeepsSomethingDidNotLeaveIt) {
  scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
  scene_.AddPassage("documents/a",
                    "وترك بدر السيف العمل اليومي في نورس لكنه يزال عضوا في مجلس إدارتها");
  const auto ask = [&](const std::string& words) {
    scene_.ReadAs(kYesNo + Asked("e1", "بدر السيف", "PERSON") + Asked("e2", "نورس", "ORGANIZATION"),
                  words + " @بدر|@السيف @نورس");
    scene_.SayQuestion(words);
    return Answer().text();
  };
  EXPECT_TRUE(absl::StartsWith(ask("ترك مجلس"), "لا")) << ask("ترك مجلس");
  EXPECT_TRUE(absl::StartsWith(ask("ترك العمل"), "نعم")) << ask("ترك العمل");
}

TEST_F(VerdictTest, WhatRemainsBesideWhatIsDroppedIsNotDropped) {
  scene_.AddPassage("documents/a", "توقف نورس خط العقبة في الربيع ، ويبقى خط رمال قايما");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
                "توقف خط @نورس @رمال");
  scene_.SayQuestion("توقف خط");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, OfTheFutureAPlanTells) {
  scene_.AddPassage("documents/a", "وتعتزم نورس شراء رمال في الخريف");
  const auto ask = [&](const std::string& question) {
    AskWhetherBought("شراء @نورس @رمال");
    scene_.SayQuestion(question);
    return Answer().text();
  };
  EXPECT_TRUE(absl::StartsWith(ask("سوف شراء"), "نعم")) << ask("سوف شراء");
  EXPECT_FALSE(absl::StartsWith(ask("شراء"), "نعم")) << ask("شراء");
}

TEST_F(VerdictTest, WhatIsExplainedBehindADenialIsAffirmed) {
  scene_.AddPassage("documents/a", "نفت نورس طرد أحد ، موضحه أن 30 بحارا غادروا طوعا");
  scene_.AddValue("30", "quantity { amount: 30 }");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") +
                    "values { span { begin: 0 end: 2 quote: '30' } quantity { amount: 30 } }",
                "بحارا غادروا طوعا @نورس");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, AShareIsNotTheWhole) {
  scene_.AddPassage("documents/a", "وتملك نورس 70 في المئة من رمال");
  scene_.AddValue("70 في المئة", "quantity { amount: 70 unit: 'في المئة' unit_key: 'PERCENT' }");
  const auto ask = [&](const std::string& words) {
    scene_.ReadAs(
        kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION"),
        "تملك @نورس @رمال");
    scene_.SayQuestion(words);
    return Answer().text();
  };
  EXPECT_TRUE(absl::StartsWith(ask("تملك بالكامل"), "لا")) << ask("تملك بالكامل");
  EXPECT_TRUE(absl::StartsWith(ask("تملك"), "نعم")) << ask("تملك");
}

TEST_F(VerdictTest, AskedAboutARumourHeMaySayNoInTheSameSentence) {
  scene_.AddPassage("documents/a",
                    "وعندما سيل مدير نورس عن شراء رمال ضحك وقال : لا ، لدينا ما يكفي");
  AskWhetherBought("شراء @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhoSaidSomethingIsNotToldByWhatHappened) {
  scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
  scene_.AddEntity("madar", "مدار", v1::ENTITY_TYPE_PRODUCT, "APP", "Madar");
  scene_.AddPassage("documents/a", "وتطرح نورس تطبيق مدار في الشتاء");
  scene_.AddFact(R"(type: "PLANS_RELEASE" confidence: 0.9 subject { entity: "entities/nawras" }
                    object { entity: "entities/madar" })",
                 {{"object", "مدار"}});
  scene_.ReadAs("kind: QUESTION_KIND_STATEMENT answer_type: ANSWER_TYPE_QUOTE " +
                    Asked("e1", "بدر السيف", "PERSON") + Asked("e2", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "STATED" confidence: 0.8 asked_role: "object"
                       fillers { role: "subject" entity: "e1" } }
                       relations { fact_type: "PLANS_RELEASE" confidence: 0.75 asked_role: "object"
                       fillers { role: "subject" entity: "e2" } })",
                "قال تطرح @بدر|@السيف @نورس");
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "مدار")) << Answer().text();
}

TEST_F(VerdictTest, TheSentenceBehindASpeakersGoesOnWithHisWords) {
  scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
  scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
  const auto ask = [&] {
    scene_.ReadAs("kind: QUESTION_KIND_STATEMENT answer_type: ANSWER_TYPE_QUOTE " +
                      Asked("e1", "بدر السيف", "PERSON") +
                      R"(relations { fact_type: "STATED" confidence: 0.8 asked_role: "object"
                         fillers { role: "subject" entity: "e1" } })",
                  "قال رواتب مهندسين @بدر|@السيف");
    return Answer().text();
  };
  scene_.AddPassage("documents/a", "ويدافع بدر السيف عن هذا النهج");
  scene_.AddPassage("documents/a", "وقد قال إن رواتب مهندسين لديه تضاعفت");
  EXPECT_TRUE(absl::StrContains(ask(), "تضاعفت")) << ask();
}

}  // namespace
}  // namespace isnad::answering
