// Accounts of which one puts the other right.

#include "services/answering/objections/corrected_figure.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class CorrectedFigureTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddPassage("documents/a", "تبلغ كلفة مصنع نورس 25 مليون دولار");
    scene_.AddValue("25 مليون دولار", R"(money { currency_code: "USD" amount: 25000000 })");
    scene_.AddPassage("documents/b", "وزارت الصحيفة نورس");
  }

  v1::AskResponse AskOfBoth() {
    scene_.ReadAs("kind: QUESTION_KIND_CONFLICT answer_type: ANSWER_TYPE_MONEY " +
                      Asked("e1", "نورس", "ORGANIZATION"),
                  "كلفة مصنع @نورس");
    scene_.SayQuestion("كلفة مصنع نورس بحسب الروايتين");
    return Answer();
  }
};

TEST_F(CorrectedFigureTest, WhatIsSaidToBeExaggeratedIsPutRightByTheNext) {
  scene_.AddPassage("documents/b",
                    "وما يقال عن 25 مليون دولار مبالغ فيه فكلفة مصنع كهذا 18 مليونا");
  scene_.AddValue("25 مليون دولار", R"(money { currency_code: "USD" amount: 25000000 })");
  scene_.AddValue("18 مليونا", "quantity { amount: 18000000 }");
  const v1::AskResponse response = AskOfBoth();
  EXPECT_TRUE(response.conflicting()) << response.text();
  EXPECT_TRUE(absl::StrContains(response.text(), "18 مليون")) << response.text();
}

TEST_F(CorrectedFigureTest, ANumberWithoutUnitThatIsDeniedIsOfTheSame) {
  scene_.AddPassage("documents/b", "انفقنا على بناء مصنع واحد 21 مليون دولار لا 25 كما كتب");
  scene_.AddValue("21 مليون دولار", R"(money { currency_code: "USD" amount: 21000000 })");
  scene_.AddValue("25 كما", R"(quantity { amount: 25 unit: "كما" unit_key: "KILOMETER" })");
  EXPECT_TRUE(absl::StrContains(AskOfBoth().text(), "21 مليون")) << AskOfBoth().text();
}

TEST_F(CorrectedFigureTest, WhoRepliesPutsRightWhatIsHeldUp) {
  scene_.AddPassage("documents/b", "قيل ان مصنع المدينة بخمسة وعشرين 25 مليون دولار");
  scene_.AddValue("25 مليون دولار", R"(money { currency_code: "USD" amount: 25000000 })");
  scene_.AddPassage("documents/b", "كلفة البناء عشرون مليون دولار");
  scene_.AddValue("عشرون مليون دولار", R"(money { currency_code: "USD" amount: 20000000 })");
  EXPECT_TRUE(absl::StrContains(AskOfBoth().text(), "عشرون مليون")) << AskOfBoth().text();
}

TEST_F(CorrectedFigureTest, AFigureBesideItIsNoOtherAccount) {
  scene_.AddPassage("documents/b", "ودفعت نورس 25 مليون دولار ثم جمعت 18 مليون دولار");
  scene_.AddValue("25 مليون دولار", R"(money { currency_code: "USD" amount: 25000000 })");
  scene_.AddValue("18 مليون دولار", R"(money { currency_code: "USD" amount: 18000000 })");
  EXPECT_FALSE(absl::StrContains(AskOfBoth().text(), "18 مليون")) << AskOfBoth().text();
}

TEST_F(CorrectedFigureTest, WhoAsksForOneFigureIsToldOfTheOneThatPutsItRight) {
  const auto ask = [&] {
    scene_.ReadAs(kMoney + Asked("e1", "نورس", "ORGANIZATION"), "كلفة مصنع @نورس");
    return Answer();
  };
  EXPECT_FALSE(ask().conflicting()) << ask().text();
  scene_.AddPassage("documents/b",
                    "وما يقال عن 25 مليون دولار مبالغ فيه فكلفة مصنع كهذا 18 مليونا");
  scene_.AddValue("25 مليون دولار", R"(money { currency_code: "USD" amount: 25000000 })");
  scene_.AddValue("18 مليونا", "quantity { amount: 18000000 }");
  EXPECT_TRUE(absl::StrContains(ask().text(), "18 مليون")) << ask().text();
}

}  // namespace
}  // namespace isnad::answering
