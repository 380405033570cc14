#include "services/answering/question/part_names.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// "How many work at X, and how many did Y lay off?", with the names at 21 and 48.
v1::QuestionAnalysis TwoParts(const char* second_kind) {
  const std::string names =
      "entities { span { begin: 21 end: 27 } entity { id: \"e1\" } } "
      "entities { span { begin: 48 end: 54 } entity { id: \"e2\" } } ";
  v1::QuestionAnalysis reading;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      names + "parts { kind: QUESTION_KIND_HOW_MANY focus { begin: 0 end: 8 } " + names +
          "} parts { kind: " + second_kind + " focus { begin: 33 end: 41 } " + names + "}",
      &reading));
  return reading;
}

TEST(PartNamesTest, PartsThatAskTheLikeAreAskedAboutTheirOwnNames) {
  const v1::QuestionAnalysis reading = TwoParts("QUESTION_KIND_HOW_MANY");
  const std::vector<Range> stretches = StretchesOfParts(reading);
  ASSERT_EQ(stretches.size(), 2u);
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(StandsAlone(reading, i, stretches));
    const v1::QuestionAnalysis own = WithOwnNames(reading.parts(i), stretches[i]);
    ASSERT_EQ(own.entities_size(), 1);
    EXPECT_EQ(own.entities(0).entity().id(), i == 0 ? "e1" : "e2");
  }
}

TEST(PartNamesTest, ALaterPartOfAnotherKindMayGoOnAboutTheFirst) {
  const v1::QuestionAnalysis reading = TwoParts("QUESTION_KIND_WHY");
  const std::vector<Range> stretches = StretchesOfParts(reading);
  EXPECT_TRUE(StandsAlone(reading, 0, stretches));
  EXPECT_FALSE(StandsAlone(reading, 1, stretches));
}

TEST(PartNamesTest, APartWithoutANameStandsForTheWholeQuestion) {
  v1::QuestionAnalysis reading = TwoParts("QUESTION_KIND_HOW_MANY");
  for (v1::QuestionAnalysis& part : *reading.mutable_parts()) {
    part.mutable_entities()->DeleteSubrange(0, 1);
  }
  EXPECT_FALSE(StandsAlone(reading, 0, StretchesOfParts(reading)));
}

}  // namespace
}  // namespace isnad::answering
