#include "services/answering/evidence/fact_filter.h"

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr absl::string_view kRelations = R"pb(
  relations { fact_type: "LAID_OFF" confidence: 0.9 }
  relations { fact_type: "HEADCOUNT" confidence: 0.5 }
  relations { fact_type: "ACQUIRED" confidence: 0.3 })pb";

std::string FilterOf(v1::QuestionKind kind) {
  v1::QuestionAnalysis reading;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(std::string(kRelations), &reading));
  reading.set_kind(kind);
  return FactFilter(reading, EntityLinks(reading, {}));
}

TEST(FactFilterTest, ReadingsFarLessLikelyThanTheBestAreNotLookedUp) {
  EXPECT_EQ(FilterOf(v1::QUESTION_KIND_HOW_MANY), "(type = LAID_OFF OR type = HEADCOUNT)");
}

TEST(FactFilterTest, ClaimsAreHeldAgainstFactsOfEveryReading) {
  EXPECT_EQ(
      FilterOf(v1::QUESTION_KIND_YES_NO),
      "(type = LAID_OFF OR type = HEADCOUNT OR type = ACQUIRED OR type = INVESTED_IN OR type = "
      "PARTNERED_WITH OR type = SUPPLIES OR type = DENIED)");
}

}  // namespace
}  // namespace isnad::answering
