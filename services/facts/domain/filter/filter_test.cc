#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/facts/domain/filter/filter_parser.h"
#include "services/facts/domain/filter/order_by.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {
namespace {

Filter Parse(const std::string& text) {
  absl::StatusOr<Filter> filter = ParseFilter(text, FactFilterSchema());
  EXPECT_TRUE(filter.ok()) << text << ": " << filter.status();
  return filter.ok() ? *filter : Filter();
}

std::string Problem(const std::string& text) {
  const absl::StatusOr<Filter> filter = ParseFilter(text, FactFilterSchema());
  EXPECT_FALSE(filter.ok()) << text;
  EXPECT_EQ(server::ErrorReason(filter.status()), "INVALID_FILTER");
  const auto violations = server::FieldViolations(filter.status());
  return violations.empty() ? "" : violations[0].description;
}

TEST(FilterParserTest, EmptyLetsEverythingThrough) {
  EXPECT_EQ(Parse("").kind, Filter::Kind::kEverything);
  EXPECT_EQ(Parse("  \t").kind, Filter::Kind::kEverything);
}

TEST(FilterParserTest, OrBindsCloserThanAnd) {
  const Filter filter = Parse("type = LEFT OR type = JOINED AND polarity = DENIED");
  ASSERT_EQ(filter.kind, Filter::Kind::kAnd);
  ASSERT_EQ(filter.children.size(), 2u);
  EXPECT_EQ(filter.children[0].kind, Filter::Kind::kOr);
  EXPECT_EQ(filter.children[1].integer, 2);
}

TEST(FilterParserTest, ReadsEveryKindOfValue) {
  EXPECT_EQ(Parse("object = \"entities/qalam-labs\"").text, "qalam-labs");
  EXPECT_EQ(Parse("object = entities/qalam-labs").text, "qalam-labs");
  EXPECT_DOUBLE_EQ(Parse("confidence >= 0.75").number, 0.75);
  EXPECT_EQ(Parse("support > 2").integer, 2);
  EXPECT_EQ(Parse("valid_date >= \"1970-01-11\"").integer, 10);
  EXPECT_EQ(Parse("publish_time < \"1970-01-01T00:00:01Z\"").integer, 1000000);
  EXPECT_EQ(Parse("text : \"رئيس \\\"جديد\\\"\"").text, "رئيس \"جديد\"");
  EXPECT_EQ(Parse("NOT (type = LEFT)").kind, Filter::Kind::kNot);
}

TEST(FilterParserTest, ProblemsPointAtTheirPlace) {
  const std::string problem = Problem("type = LEFT AND subjct = entities/a");
  EXPECT_TRUE(absl::StrContains(problem, "unknown field \"subjct\""));
  EXPECT_TRUE(absl::StrContains(problem, "at byte 16, \"type = LEFT AND ^subjct = entities/a\""))
      << problem;
}

TEST(FilterParserTest, ProblemsQuoteWholeCharacters) {
  std::string text = "text : \"";
  for (int i = 0; i < 100; ++i) text += "نعم";
  const std::string problem = Problem(text + "\" )");
  EXPECT_TRUE(absl::StrContains(problem, "\" ^)"));
  EXPECT_FALSE(absl::StrContains(problem, "\uFFFD"));
}

TEST(FilterParserTest, RefusesWhatIsWrong) {
  for (const char* bad : {"type",
                          "type =",
                          "= LEFT",
                          "type = LEFT type = JOINED",
                          "(type = LEFT",
                          "type = LEFT)",
                          "type = \"LEFT",
                          "polarity = MAYBE",
                          "confidence = high",
                          "support = 1.5",
                          "valid_date = yesterday",
                          "object = meta",
                          "object = documents/a",
                          "text = x",
                          "confidence : 1",
                          "type < LEFT",
                          "type ! LEFT",
                          "type = LEFT; DROP TABLE fact",
                          "text : \"\\n\"",
                          "NOT",
                          "()",
                          "type = LEFT AND",
                          "type = LEFT or type = JOINED"}) {
    EXPECT_FALSE(Problem(bad).empty()) << bad;
  }
}

TEST(FilterParserTest, HostileFiltersAreBounded) {
  EXPECT_FALSE(Problem(std::string(1000, '(')).empty());
  std::string nots;
  for (int i = 0; i < 100; ++i) nots += "NOT ";
  EXPECT_FALSE(Problem(nots + "type = LEFT").empty());
  EXPECT_FALSE(Problem("type = " + std::string(5000, 'a')).empty());
  std::string many = "support = 1";
  for (int i = 0; i < 64; ++i) many += " OR support = 1";
  EXPECT_FALSE(Problem(many).empty());
}

TEST(FilterParserTest, SchemasDiffer) {
  EXPECT_TRUE(ParseFilter("type = PERSON AND fact_count > 3", EntityFilterSchema()).ok());
  EXPECT_TRUE(ParseFilter("state = RETRACTED AND title : x", DocumentFilterSchema()).ok());
  EXPECT_TRUE(ParseFilter("state = OPEN AND fact = facts/ab12", ConflictFilterSchema()).ok());
  EXPECT_FALSE(ParseFilter("subject = entities/a", EntityFilterSchema()).ok());
}

TEST(OrderByTest, ReadsKeysAndDirections) {
  const auto order =
      ParseOrderBy("confidence desc, type", FactOrderSchema(), {OrderField::kName, {}});
  ASSERT_TRUE(order.ok());
  ASSERT_EQ(order->size(), 2u);
  EXPECT_EQ((*order)[0].field, OrderField::kConfidence);
  EXPECT_EQ((*order)[0].direction, Direction::kDescending);
  EXPECT_EQ((*order)[1].direction, Direction::kAscending);
}

TEST(OrderByTest, RefusesWhatIsWrong) {
  for (const char* bad : {"colour", "type down", "type,,support", "type desc desc", "type, type"}) {
    EXPECT_FALSE(ParseOrderBy(bad, FactOrderSchema(), {OrderField::kName, {}}).ok()) << bad;
  }
}

}  // namespace
}  // namespace isnad::facts
