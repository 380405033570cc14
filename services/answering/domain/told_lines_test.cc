// Lists whose items stand in lines below the sentence that opens them.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class ToldLinesTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("badr", "بدر السيف", v1::ENTITY_TYPE_PERSON, "", "Badr Alsaif");
    scene_.AddEntity("lina", "لينا حداد", v1::ENTITY_TYPE_PERSON, "", "Lina Haddad");
  }

  std::string AskWhoWereHonoured() {
    scene_.ReadAs("kind: QUESTION_KIND_LIST plural: true answer_type: ANSWER_TYPE_PERSON " +
                      Asked("e1", "نورس", "ORGANIZATION"),
                  "كرمت بحارة @نورس");
    return Answer().text();
  }
};

TEST_F(ToldLinesTest, TheLinesUnderTheOpeningAreTheList) {
  scene_.AddPassage("documents/a", "كرمت نورس أول أمس بحارة قدامى هم :");
  scene_.AddPassage("documents/a", "بدر السيف ، قبطان من الميناء", v1::PASSAGE_KIND_LIST_ITEM);
  scene_.AddPassage("documents/a", "لينا حداد ، مهندسة في الورشة", v1::PASSAGE_KIND_LIST_ITEM);
  const std::string answer = AskWhoWereHonoured();
  EXPECT_TRUE(absl::StartsWith(answer, "2")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "بدر السيف")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "لينا حداد")) << answer;
}

TEST_F(ToldLinesTest, ItemsWithoutAnyNameAreNoListOfPeople) {
  scene_.AddPassage("documents/a", "كرمت نورس أول أمس بحارة قدامى بما يأتي :");
  scene_.AddPassage("documents/a", "شهادة تقدير من المدينة", v1::PASSAGE_KIND_LIST_ITEM);
  scene_.AddPassage("documents/a", "ساعة ذهبية في علبة", v1::PASSAGE_KIND_LIST_ITEM);
  const std::string answer = AskWhoWereHonoured();
  EXPECT_FALSE(absl::StartsWith(answer, "2")) << answer;
}

}  // namespace
}  // namespace isnad::answering
