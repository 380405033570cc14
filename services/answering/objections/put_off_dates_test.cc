#include "services/answering/objections/put_off_dates.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/testing/asked.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

std::string Month(int month) {
  return absl::StrCat("precision: DATE_PRECISION_MONTH basis: DATE_BASIS_STATED ",
                      "start_date { year: 2026 month: ", month, " day: 1 } ",
                      "end_date { year: 2026 month: ", month + 1, " day: 1 }");
}

class PutOffDatesTest : public SceneFixture {
 protected:
  void SetUp() override {
    scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
    scene_.AddEntity("sahab", "سحاب", v1::ENTITY_TYPE_PRODUCT, "", "Sahab");
    scene_.AddPassage("documents/a", "كان اطلاق سحاب مقررا في مارس قبل أن تؤجله نورس إلى يونيو");
    scene_.AddValue("مارس", absl::StrCat("date { ", Month(3), " }"));
    scene_.AddValue("يونيو", absl::StrCat("date { ", Month(6), " }"));
    AddFact("PLANS_RELEASE", 3, "مارس");
    AddFact("DELAYED", 6, "يونيو");
  }

  void AddFact(const std::string& type, int month, const std::string& words) {
    scene_.AddFact(absl::StrCat("type: \"", type, "\" confidence: 0.9 polarity: POLARITY_ASSERTED ",
                                "subject { entity: \"entities/nawras\" } object { entity: ",
                                "\"entities/sahab\" } roles { role: \"date\" value { date { ",
                                Month(month), " } } } valid_interval { ", Month(month), " }"),
                   {{"subject", "نورس"}, {"object", "سحاب"}, {"date", words}});
  }

  std::string AskWhen(const std::string& terms) {
    scene_.ReadAs(
        absl::StrCat("kind: QUESTION_KIND_WHEN answer_type: ANSWER_TYPE_DATE relations { ",
                     "fact_type: \"PLANS_RELEASE\" asked_role: \"date\" confidence: 0.9 ",
                     "fillers { role: \"object\" entity: \"e1\" } } relations { ",
                     "fact_type: \"DELAYED\" asked_role: \"date\" confidence: 0.6 ",
                     "fillers { role: \"object\" entity: \"e1\" } } ",
                     Asked("e1", "سحاب", "PRODUCT")),
        terms);
    return Answer().text();
  }
};

TEST_F(PutOffDatesTest, TheDateIsTheOneThatItWasPutOffTo) {
  const std::string text = AskWhen("اطلاق @سحاب");
  EXPECT_TRUE(absl::StrContains(text, "يونيو")) << text;
  EXPECT_FALSE(absl::StrContains(text, "تختلف")) << text;
}

TEST_F(PutOffDatesTest, WhoAsksForTheFirstDateIsGivenIt) {
  const std::string text = AskWhen("اطلاق اصلا @سحاب");
  EXPECT_TRUE(absl::StrContains(text, "مارس")) << text;
}

}  // namespace
}  // namespace isnad::answering
