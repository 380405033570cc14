// Questions after the accounts of one thing that sources give differently.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class AccountsTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
  }

  void AddMoney(const std::string& words, double amount) {
    scene_.AddValue(words, absl::StrCat("money { currency_code: 'USD' amount: ", amount, " }"));
  }

  void AddMonth(const std::string& words, int month) {
    scene_.AddValue(words, absl::StrCat("date { start_date { year: 2031 month: ", month,
                                        " day: 1 } end_date { year: 2031 month: ", month + 1,
                                        " day: 1 } precision: DATE_PRECISION_MONTH }"));
  }

  std::string Ask(const std::string& type, const std::string& terms) {
    scene_.ReadAs(absl::StrCat("kind: QUESTION_KIND_CONFLICT answer_type: ANSWER_TYPE_", type, " ",
                               Asked("e1", "نورس", "ORGANIZATION")),
                  absl::StrCat(terms, " @نورس"));
    return Answer().text();
  }
};

// The workforce, or a price of another size, is no other account of a cost.
TEST_F(AccountsTest, FiguresOfAnotherSizeAreOfOtherThings) {
  scene_.AddPassage("documents/a", "كلف جسر نورس 40 مليون دولار بعد اتفاق قيمته 900 مليون دولار");
  AddMoney("40 مليون دولار", 40e6);
  AddMoney("900 مليون دولار", 900e6);
  scene_.AddPassage("documents/b", "وقالت نورس ان الجسر كلف 52 مليون دولار");
  AddMoney("52 مليون دولار", 52e6);
  const std::string answer = Ask("MONEY", "كلف جسر");
  EXPECT_TRUE(absl::StrContains(answer, "40")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "52")) << answer;
}

// One article tells the other account itself where it puts the first one right.
TEST_F(AccountsTest, AnArticleMayPutItsOwnFigureRight) {
  scene_.AddPassage("documents/a", "كلف جسر نورس 40 مليون دولار");
  AddMoney("40 مليون دولار", 40e6);
  scene_.AddPassage("documents/a",
                    "ويقول مهندسون ان المبلغ الحقيقي الذي كلف جسر نورس 61 مليون دولار");
  AddMoney("61 مليون دولار", 61e6);
  const std::string answer = Ask("MONEY", "كلف جسر");
  EXPECT_TRUE(absl::StrContains(answer, "40")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "61")) << answer;
}

// When it had been due is no account of when it is due.
TEST_F(AccountsTest, AFormerPlanIsNoAccount) {
  scene_.AddPassage("documents/a", "يفتح متحف نورس في يونيو بعدما كان مقررا في يناير");
  AddMonth("يونيو", 6);
  AddMonth("يناير", 1);
  scene_.AddPassage("documents/b", "يفتح متحف نورس في سبتمبر");
  AddMonth("سبتمبر", 9);
  const std::string answer = Ask("DATE", "يفتح متحف");
  EXPECT_TRUE(absl::StrContains(answer, "سبتمبر 2031")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "يونيو 2031")) << answer;
  EXPECT_FALSE(absl::StrContains(answer, "يناير 2031")) << answer;
}

// In words: who reports, and who says otherwise, though a sentence stands in between.
TEST_F(AccountsTest, WhatIsSetAgainstAReportIsTheOtherAccount) {
  scene_.AddPassage("documents/a", "قالت صحيفة إن نورس ستهدم منارة الميناء القديمة");
  scene_.AddPassage("documents/a", "وشيدت المنارة قبل قرن");
  scene_.AddPassage("documents/a", "لكن متحدثا باسم نورس نفى ذلك وقال إن المنارة سترمم");
  scene_.AddPassage("documents/a", "وامتنعت بلدية الميناء عن التعليق");
  const std::string answer = Ask("UNSPECIFIED", "تهدم منارة|المنارة");
  EXPECT_TRUE(absl::StrContains(answer, "ستهدم منارة")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "سترمم")) << answer;
  EXPECT_FALSE(absl::StrContains(answer, "امتنعت")) << answer;
}

// One sentence may tell both.
TEST_F(AccountsTest, OneSentenceMayHoldBothAccounts) {
  scene_.AddPassage("documents/a",
                    "وبحسب مجلة ستورد رمال أشرعة نورس كلها ، في حين تقول صحيفة إن دانة ستوردها");
  scene_.AddPassage("documents/a", "وأبحرت نورس في الربيع");
  const std::string answer = Ask("UNSPECIFIED", "تورد أشرعة");
  EXPECT_TRUE(absl::StrContains(answer, "رمال")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "دانة")) << answer;
}

}  // namespace
}  // namespace isnad::answering
