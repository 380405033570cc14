// Questions that ask for a chronology.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class ChronologyTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
  }

  void AddYear(const std::string& words, int year) {
    scene_.AddValue(words, absl::StrCat("date { start_date { year: ", year,
                                        " month: 1 day: 1 } end_date { year: ", year + 1,
                                        " month: 1 day: 1 } precision: DATE_PRECISION_YEAR }"));
  }

  std::string Ask(const std::string& terms) {
    scene_.ReadAs(
        absl::StrCat("kind: QUESTION_KIND_TIMELINE ", Asked("e1", "نورس", "ORGANIZATION")),
        absl::StrCat(terms, " @نورس"));
    return Answer().text();
  }
};

TEST_F(ChronologyTest, EventsAreInOrderOfDayWhateverTheArticleBeginsWith) {
  scene_.AddPassage("documents/a", "باعت نورس محطات الشحن سنة 2029");
  AddYear("2029", 2029);
  scene_.AddPassage("documents/a", "وكانت نورس قد بنت محطات الشحن سنة 2021");
  AddYear("2021", 2021);
  scene_.AddPassage("documents/a", "ووسعت نورس محطات الشحن سنة 2025");
  AddYear("2025", 2025);
  const std::string answer = Ask("محطات الشحن");
  const size_t first = answer.find("2021: ");
  const size_t second = answer.find("2025: ");
  const size_t third = answer.find("2029: ");
  ASSERT_NE(third, std::string::npos) << answer;
  EXPECT_LT(first, second) << answer;
  EXPECT_LT(second, third) << answer;
}

// What one sentence tells of two years are two events.
TEST_F(ChronologyTest, ASentenceMayTellTwoEvents) {
  scene_.AddPassage(
      "documents/a",
      "بنت نورس محطات الشحن سنة 2021 على ساحل مدينة صغيرة لا يصل اليها القطار ولا "
      "تصل اليها الحافلات الا نادرا في فصل الشتاء ثم باعت نورس محطات الشحن تلك سنة 2024");
  AddYear("2021", 2021);
  AddYear("2024", 2024);
  const std::string answer = Ask("محطات الشحن");
  EXPECT_TRUE(absl::StrContains(answer, "1. 2021: ")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "2. 2024: ")) << answer;
}

// A list of stages names its subject once, and none of the question's words.
TEST_F(ChronologyTest, StagesAreReadWhereTheArticleIsFound) {
  scene_.AddPassage("documents/a", "هذه محطات نورس في البناء");
  scene_.AddPassage("documents/a", "عام 2021: الحجر الاول");
  AddYear("عام 2021", 2021);
  scene_.AddPassage("documents/a", "عام 2023: السقف");
  AddYear("عام 2023", 2023);
  const std::string answer = Ask("محطات البناء");
  EXPECT_TRUE(absl::StrContains(answer, "الحجر الاول")) << answer;
  EXPECT_TRUE(absl::StrContains(answer, "السقف")) << answer;
}

}  // namespace
}  // namespace isnad::answering
