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
};

TEST_F(VerdictTest, AReplyInTheFirstPersonDeniesWhatTheInterviewerBringsUp) {
  scene_.AddPassage("documents/a", "حوار مع مدير رمال", v1::PASSAGE_KIND_HEADLINE);
  scene_.AddPassage("documents/a", "قيل إن عرض شراء جاءكم من نورس ، ما الحقيقة ؟");
  scene_.AddPassage("documents/a", "لم يصل لنا أي عرض منها ولا من سواها");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "ACQUIRED" confidence: 0.85
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "عرض شراء @نورس @رمال");
  EXPECT_TRUE(absl::StartsWith(Answer().text(), "لا")) << Answer().text();
}

TEST_F(VerdictTest, WhatIsCalledBaselessIsDenied) {
  scene_.AddPassage("documents/a", "قالت نورس عن شراء رمال إن هذا الكلام لا اساس له");
  scene_.ReadAs(kYesNo + Asked("e1", "نورس", "ORGANIZATION") + Asked("e2", "رمال", "ORGANIZATION") +
                    R"(relations { fact_type: "ACQUIRED" confidence: 0.85
                       fillers { role: "subject" entity: "e1" }
                       fillers { role: "object" entity: "e2" } })",
                "شراء @نورس @رمال");
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

}  // namespace
}  // namespace isnad::answering
