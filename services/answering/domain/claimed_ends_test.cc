// Claims with two ends: what is told of one of them, or of others, neither affirms nor denies them.

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

class ClaimedEndsTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr");
    scene_.AddEntity("hala", "هالة فهد", v1::ENTITY_TYPE_PERSON, "", "Hala");
  }

  // Whether `type` holds between the two; the first of `terms` is the word of the relation.
  std::string Ask(const std::string& type, const std::string& subject, const std::string& object,
                  const std::string& terms) {
    const std::string kind = subject == "نورس" ? "ORGANIZATION" : "PERSON";
    scene_.ReadAs(
        absl::StrCat("kind: QUESTION_KIND_YES_NO answer_type: ANSWER_TYPE_BOOLEAN ",
                     Asked("e1", subject, kind), Asked("e2", object, "ORGANIZATION"),
                     "relations { fact_type: \"", type,
                     "\" confidence: 0.9 "
                     "fillers { role: \"subject\" entity: \"e1\" } "
                     "fillers { role: \"object\" entity: \"e2\" } }"),
        absl::StrCat(terms, " @", absl::StrReplaceAll(subject, {{" ", "|@"}}), " @", object));
    return Answer().text();
  }

  // Who is the subject of `type` with the object.
  std::string AskWho(const std::string& type, const std::string& object, const std::string& terms) {
    scene_.ReadAs(
        absl::StrCat(kWho, Asked("e1", object, "ORGANIZATION"), "relations { fact_type: \"", type,
                     "\" confidence: 0.9 asked_role: \"subject\" ",
                     "fillers { role: \"object\" entity: \"e1\" } }"),
        absl::StrCat(terms, " @", object));
    return Answer().text();
  }

  void Tell(const std::string& text) { scene_.AddPassage("documents/a", text); }

  void TellFact(const std::string& type, const std::string& subject, const std::string& object) {
    scene_.AddFact(absl::StrCat("type: \"", type, "\" confidence: 0.9 polarity: POLARITY_ASSERTED ",
                                "subject { entity: \"entities/", subject,
                                "\" } object { entity: \"entities/", object, "\" }"));
  }
};

bool IsYes(const std::string& text) { return absl::StartsWith(text, "نعم"); }
bool IsNo(const std::string& text) { return absl::StartsWith(text, "لا —"); }

TEST_F(ClaimedEndsTest, AFactBetweenTheTwoAffirms) {
  Tell("انضم بدر السيف قبل عام الى نورس");
  TellFact("JOINED", "badr", "nawras");
  EXPECT_TRUE(IsYes(Ask("JOINED", "بدر السيف", "نورس", "انضم")));
}

TEST_F(ClaimedEndsTest, ASentenceWithBothAndTheWordOfTheRelationAffirms) {
  Tell("انضم بدر السيف قبل عام الى نورس");
  EXPECT_TRUE(IsYes(Ask("JOINED", "بدر السيف", "نورس", "انضم")));
}

TEST_F(ClaimedEndsTest, WhoElseJoinedSaysNothing) {
  Tell("وكان بدر السيف قد حضر اللقاء");
  Tell("انضم هالة فهد قبل عام الى نورس");
  TellFact("JOINED", "hala", "nawras");
  const std::string text = Ask("JOINED", "بدر السيف", "نورس", "انضم");
  EXPECT_FALSE(IsYes(text) || IsNo(text)) << text;
}

TEST_F(ClaimedEndsTest, WhoeverJoinedOneHouseDidNotJoinAnother) {
  Tell("انضم بدر السيف الى رمال وتعمل نورس في دبي");
  TellFact("JOINED", "badr", "rimal");
  const std::string text = Ask("JOINED", "بدر السيف", "نورس", "انضم");
  EXPECT_TRUE(IsNo(text)) << text;
}

TEST_F(ClaimedEndsTest, WhoeverLeftOneHouseMayHaveLeftAnother) {
  Tell("غادر بدر السيف شركة رمال وتعمل نورس في دبي");
  TellFact("LEFT", "badr", "rimal");
  const std::string text = Ask("LEFT", "بدر السيف", "نورس", "غادر");
  EXPECT_FALSE(IsYes(text) || IsNo(text)) << text;
}

TEST_F(ClaimedEndsTest, AnotherDealBetweenTheTwoIsNotThisOne) {
  Tell("اشترت نورس من رمال حواسيب");
  TellFact("SUPPLIES", "rimal", "nawras");
  TellFact("INVESTED_IN", "nawras", "rimal");
  EXPECT_FALSE(IsYes(Ask("ACQUIRED", "نورس", "رمال", "اشترت")));
}

TEST_F(ClaimedEndsTest, TheNearestNameIsTheEnd) {
  Tell("قال بدر السيف مؤسس رمال ان نورس شريك قديم");
  EXPECT_FALSE(IsYes(Ask("FOUNDED", "بدر السيف", "نورس", "مؤسس")));
}

TEST_F(ClaimedEndsTest, AFounderWhoDeniesSomethingFoundedItAllTheSame) {
  Tell("نفى بدر السيف مؤسس نورس أن يكون قد باع حصته");
  TellFact("FOUNDED", "badr", "nawras");
  EXPECT_TRUE(IsYes(Ask("FOUNDED", "بدر السيف", "نورس", "مؤسس")));
}

TEST_F(ClaimedEndsTest, WhoJoinedIsNotWhoLeft) {
  Tell("انضم هالة فهد الى نورس بعدما غادر بدر السيف شركة نورس");
  TellFact("LEFT", "badr", "nawras");
  TellFact("JOINED", "hala", "nawras");
  const std::string text = AskWho("LEFT", "نورس", "غادر");
  EXPECT_TRUE(absl::StrContains(text, "بدر السيف")) << text;
  EXPECT_FALSE(absl::StartsWith(text, "هالة")) << text;
}

TEST_F(ClaimedEndsTest, WhoeverAnotherSentenceNamesIsNobodyWhoLeft) {
  Tell("غادر بدر السيف شركة رمال");
  Tell("والتقت هالة فهد مدير نورس");
  const std::string text = AskWho("LEFT", "نورس", "غادر");
  EXPECT_FALSE(absl::StrContains(text, "هالة فهد —")) << text;
  EXPECT_FALSE(absl::StrContains(text, "بدر السيف —")) << text;
}

TEST_F(ClaimedEndsTest, ASentenceMayNameTheOtherEndWithoutAFact) {
  Tell("غادر بدر السيف شركة نورس");
  EXPECT_TRUE(absl::StrContains(AskWho("LEFT", "نورس", "غادر"), "بدر السيف"));
}

TEST_F(ClaimedEndsTest, ASentenceTakesUpWhatTheOneBeforeNames) {
  Tell("وتعمل نورس في دبي");
  Tell("تاسست على يد بدر السيف");
  EXPECT_TRUE(absl::StrContains(AskWho("FOUNDED", "نورس", "تاسست"), "بدر السيف"));
}

TEST_F(ClaimedEndsTest, WhoSomebodyIsSaysNoOtherName) {
  Tell("حضر بدر السيف مهندس الرقائق في نورس لقاء مع هالة فهد");
  scene_.ReadAs(absl::StrCat(kWho, Asked("e1", "بدر السيف", "PERSON"),
                             R"(relations { fact_type: "HOLDS_ROLE" confidence: 0.7
                                asked_role: "role"
                                fillers { role: "subject" entity: "e1" } })"),
                "@بدر|@السيف");
  const std::string text = Answer().text();
  EXPECT_TRUE(absl::StartsWith(text, "«حضر بدر السيف مهندس الرقائق")) << text;
}

}  // namespace
}  // namespace isnad::answering
