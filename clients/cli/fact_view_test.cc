#include "clients/cli/fact_view.h"

#include <sstream>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

using ::testing::HasSubstr;

std::string Formatted(const char* text) {
  v1::Argument argument;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &argument));
  return FormatArgument(argument);
}

TEST(FactView, FiguresKeepTheirBounds) {
  EXPECT_EQ(Formatted(R"pb(display_text: "14 billion"
                           value { money { amount: 14e9 bound: BOUND_AT_LEAST } })pb"),
            "≥ 14 billion");
  EXPECT_EQ(Formatted(R"pb(display_text: "600 employees"
                           value { quantity { amount: 600 bound: BOUND_ABOUT } })pb"),
            "~ 600 employees");
  EXPECT_EQ(Formatted(R"pb(display_text: "two months"
                           value { length { amount: 2 bound: BOUND_AT_MOST } })pb"),
            "≤ two months");
  EXPECT_EQ(Formatted(R"pb(display_text: "15 billion"
                           value { money { amount: 15e9 bound: BOUND_EXACT } })pb"),
            "15 billion");
}

TEST(FactView, TheEnglishNameComesFirst) {
  EXPECT_EQ(
      Formatted(R"pb(display_text: "ميتا" display_text_en: "Meta" entity: "entities/meta")pb"),
      "Meta");
}

TEST(FactView, ATableShowsBoundsOfRoles) {
  v1::Fact fact;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(name: "facts/1"
           type: "INVESTED_IN"
           roles {
             role: "amount"
             display_text: "14 billion"
             value { money { amount: 14e9 bound: BOUND_AT_LEAST } }
           })pb",
      &fact));
  std::ostringstream out;
  PrintFactTable({fact}, out);
  EXPECT_THAT(out.str(), HasSubstr("amount: ≥ 14 billion"));
}

}  // namespace
}  // namespace isnad::cli
