// Questions which of two is more.

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/answering/testing/scene_fixture.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class ComparisonTest : public SceneFixture {
 protected:
  // "نورس ام رمال ...": eight bytes each, around a word of four.
  std::string Ask(const std::string& names, const std::string& rest) {
    scene_.ReadAs(absl::StrCat("kind: QUESTION_KIND_CONFLICT ", names,
                               "alternatives { begin: 0 end: 8 quote: \"نورس\" } "
                               "alternatives { begin: 14 end: 22 quote: \"رمال\" }"),
                  names.empty() ? "يعمل نورس رمال" : "يعمل @نورس @رمال");
    scene_.SayQuestion(absl::StrCat("نورس ام رمال ", rest));
    return Answer().text();
  }

  static std::string Names() {
    const auto name = [](const std::string& id, const std::string& spelling, int begin) {
      return absl::StrCat("entities { span { begin: ", begin, " end: ", begin + 8, " quote: \"",
                          spelling, "\" } known: true certain: true entity { id: \"", id,
                          "\" type: ENTITY_TYPE_ORGANIZATION folded_keys: \"", spelling, "\" } } ");
    };
    return name("e1", "نورس", 0) + name("e2", "رمال", 14);
  }

  void AddStaff() {
    scene_.AddPassage("documents/a", "يعمل في نورس 310 موظفا وفي رمال 540");
    scene_.AddValue("310 موظفا", R"(quantity { amount: 310 unit: "موظفا" unit_key: "EMPLOYEE" })");
    scene_.AddValue("540", "quantity { amount: 540 }");
  }
};

// The second figure leaves its unit to the first.
TEST_F(ComparisonTest, AFigureMayLeaveItsUnitToTheOneBefore) {
  scene_.AddEntity("nawras", "نورس", v1::ENTITY_TYPE_ORGANIZATION, "COMPANY", "Nawras");
  scene_.AddEntity("rimal", "رمال", v1::ENTITY_TYPE_ORGANIZATION, "STARTUP", "Rimal");
  AddStaff();
  const std::string text = Ask(Names(), "يعمل موظفين اكثر");
  EXPECT_TRUE(absl::StartsWith(text, "رمال")) << text;
  EXPECT_TRUE(absl::StrContains(text, "310")) << text;
  EXPECT_TRUE(absl::StrContains(text, "540")) << text;
}

// Who is compared need not be known by name.
TEST_F(ComparisonTest, SidesMayBeWords) {
  AddStaff();
  const std::string text = Ask("", "يعمل موظفين اكثر");
  EXPECT_TRUE(absl::StartsWith(text, "رمال")) << text;
  EXPECT_TRUE(absl::StrContains(text, "540")) << text;
}

}  // namespace
}  // namespace isnad::answering
