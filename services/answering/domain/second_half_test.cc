// Second halves of questions, told beside the answer of the first.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class SecondHalfTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr");
  }

  // "Who runs Nawras, and `second`?"; `term` is the one word of the second half.
  std::string Ask(const std::string& second, const std::string& term) {
    const auto part = [&](const std::string& reading, const std::string& word) {
      return absl::StrCat("parts { language_code: \"ar\" is_question: true ", reading, " ",
                          Asked("e1", "نورس", "ORGANIZATION"),
                          "terms { field: FIELD_SURFACE weight: 1 origin: ORIGIN_LITERAL term: \"",
                          word, "\" } } ");
    };
    scene_.ReadAs(absl::StrCat(kWho, Asked("e1", "نورس", "ORGANIZATION"), part(kWho, "يدير"),
                               part(second, term)),
                  absl::StrCat("يدير ", term, " @نورس"));
    return Answer().text();
  }
};

constexpr char kWhichHouse[] = "kind: QUESTION_KIND_WHAT answer_type: ANSWER_TYPE_ORGANIZATION";
constexpr char kWhy[] = "kind: QUESTION_KIND_WHY answer_type: ANSWER_TYPE_REASON";

TEST_F(SecondHalfTest, TheSentenceOfTheFirstAnswerGoesOn) {
  scene_.AddPassage("documents/a", "يدير نورس بدر السيف الذي استقدمته من رمال");
  const std::string answer = Ask(kWhichHouse, "قدومه");
  EXPECT_TRUE(absl::StrContains(answer, "بدر السيف")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "رمال (Rimal)")) << answer;
}

TEST_F(SecondHalfTest, OfNothingOfTheKindNothingIsTold) {
  scene_.AddPassage("documents/a", "يدير نورس بدر السيف منذ زمن");
  const std::string answer = Ask(kWhichHouse, "قدومه");
  EXPECT_TRUE(absl::StrContains(answer, "بدر السيف")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "لا تذكر المقالات جواب الجزء الآخر")) << answer;
}

TEST_F(SecondHalfTest, TheNextSentenceMayGiveTheCause) {
  scene_.AddPassage("documents/a", "يدير نورس بدر السيف");
  scene_.AddPassage("documents/a", "وذلك بسبب مرض من كان قبله");
  const std::string answer = Ask(kWhy, "تعيينه");
  EXPECT_TRUE(absl::StrContains(answer, "مرض من كان قبله")) << answer;
}

}  // namespace
}  // namespace isnad::answering
