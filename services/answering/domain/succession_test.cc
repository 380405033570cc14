// Who came after whom, and who was there before.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class SuccessionTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
    scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
    scene_.AddEntity("salma", "سلمى قباني", v1::ENTITY_TYPE_PERSON, "", "Salma Qabbani");
  }

  std::string WhomDidLinaReplace() {
    scene_.ReadAs(kWho + Asked("e1", "لينا حداد", "PERSON") + Asked("e2", "نورس", "ORGANIZATION") +
                      R"(asked_attribute: "PREDECESSOR"
                         relations { fact_type: "APPOINTED" confidence: 0.8 asked_role: "object"
                         fillers { role: "subject" entity: "e1" } })",
                  "محل @لينا|@حداد @نورس");
    return Answer().text();
  }
};

TEST_F(SuccessionTest, WhoWasThereBeforeStandsBehindTheWordOfSucceeding) {
  scene_.AddPassage(
      "documents/a",
      "عينت نورس لينا حداد مديرة للمشتريات خلفا ل سلمى قباني ، وفق ما أكده بدر السيف");
  EXPECT_TRUE(absl::StrContains(WhomDidLinaReplace(), "قباني")) << WhomDidLinaReplace();
}

TEST_F(SuccessionTest, WhoIsNamedBesideIsNoPredecessor) {
  scene_.AddPassage("documents/a", "عينت نورس لينا حداد مديرة للمشتريات ورحب بها بدر السيف");
  EXPECT_FALSE(absl::StrContains(WhomDidLinaReplace(), "السيف")) << WhomDidLinaReplace();
}

TEST_F(SuccessionTest, WhoGotThePostIsKnownWhereverTheArticleNamesWhoHadIt) {
  scene_.AddPassage("documents/a", "غادر بدر السيف شركة نورس في الربيع");
  scene_.AddPassage("documents/a", "ولم تعلق الشركة على اسباب ما جرى");
  scene_.AddPassage("documents/a", "وتراجعت ارباح القطاع في تلك السنة");
  scene_.AddPassage("documents/a", "ثم سمت لينا حداد مديرة للمشتريات");
  scene_.AddFact(R"(type: "APPOINTED" confidence: 0.9 subject { entity: "entities/lina" }
                    object { entity: "entities/nawras" })",
                 {{"subject", "لينا حداد"}});
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "بدر السيف", "PERSON") +
                    R"(relations { fact_type: "APPOINTED" confidence: 0.85 asked_role: "subject"
                       fillers { role: "object" entity: "e1" } })",
                "سمت مديرة للمشتريات @نورس @بدر|@السيف");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "حداد")) << Answer().text();
}

TEST_F(SuccessionTest, WhomTheQuestionNamesIsNotWhomItAsksFor) {
  scene_.AddEntity("okuda", "هيرو أوكودا", v1::ENTITY_TYPE_PERSON, "", "Hiro Okuda");
  scene_.AddPassage("documents/a", "يغادر هيرو أوكودا مرصد نورس في الخريف");
  scene_.AddPassage("documents/a", "ويتولى مرصد نورس بعده بدر السيف");
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "أوكوده", "PERSON"),
                "مرصد @نورس");
  EXPECT_FALSE(absl::StrContains(Answer().text(), "Okuda")) << Answer().text();
  EXPECT_FALSE(absl::StartsWith(Answer().text(), "هيرو")) << Answer().text();
}

TEST_F(SuccessionTest, WhoIsSpelledOtherwiseInTheQuestionDidNotFollowHimself) {
  scene_.AddEntity("gran", "كلود غراند", v1::ENTITY_TYPE_PERSON, "", "Claude Grand");
  scene_.AddPassage("documents/a", "عينت نورس كلود غراند مديرا للمشتريات ثم اختارت غيره");
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") +
                    R"(relations { fact_type: "APPOINTED" confidence: 0.85 asked_role: "subject"
                       trigger { quote: "مكان" } fillers { role: "object" entity: "e1" } })",
                "عينت مديرا للمشتريات كلوود غرند @نورس");
  EXPECT_FALSE(absl::StrContains(Answer().text(), "غراند")) << Answer().text();
}

TEST_F(SuccessionTest, TheSentenceThatTakesUpThePredecessorNamesWhoCame) {
  scene_.AddPassage("documents/a", "ودعت نورس مديرة المشتريات سلمى قباني في حفل صغير");
  scene_.AddPassage("documents/a", "وستخلفها مديرة جديدة هي لينا حداد الآتية من المرفا");
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "سلمى قباني", "PERSON") +
                    R"(relations { fact_type: "APPOINTED" confidence: 0.85 asked_role: "subject"
                       trigger { quote: "مكان" } fillers { role: "object" entity: "e1" } })",
                "مكان مديرة للمشتريات @نورس @سلمى|@قباني");
  EXPECT_TRUE(absl::StrContains(Answer().text(), "حداد")) << Answer().text();
}

TEST_F(SuccessionTest, WhoCameInAnothersPlaceHasNoSuccessorBecauseOfThat) {
  scene_.AddPassage("documents/a", "ودعت نورس مديرة المشتريات سلمى قباني وسمت لينا حداد بدلا منها");
  scene_.ReadAs(kWho + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "لينا حداد", "PERSON") +
                    R"(relations { fact_type: "APPOINTED" confidence: 0.85 asked_role: "subject"
                       trigger { quote: "مكان" } fillers { role: "object" entity: "e1" } })",
                "مكان مديرة للمشتريات @نورس @لينا|@حداد");
  EXPECT_FALSE(absl::StrContains(Answer().text(), "قباني")) << Answer().text();
}

}  // namespace
}  // namespace isnad::answering
