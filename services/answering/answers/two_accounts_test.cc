#include "services/answering/answers/two_accounts.h"

#include <gtest/gtest.h>

#include <string>

#include "google/protobuf/text_format.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool AreTwo(const std::string& a, const std::string& b) {
  v1::Value one;
  v1::Value other;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(a, &one)) << a;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(b, &other)) << b;
  EXPECT_EQ(MayBeTwoAccounts(one, other), MayBeTwoAccounts(other, one));
  return MayBeTwoAccounts(one, other);
}

constexpr char kJune[] =
    "date { start_date { year: 2031 month: 6 day: 1 } end_date { year: 2031 month: 7 day: 1 } }";
constexpr char kAugust[] =
    "date { start_date { year: 2031 month: 8 day: 1 } end_date { year: 2031 month: 9 day: 1 } }";
constexpr char kNotBeforeJune[] = "date { start_date { year: 2031 month: 6 day: 1 } }";
constexpr char kNotBeforeJuly[] = "date { start_date { year: 2031 month: 7 day: 1 } }";
constexpr char kBeforeJune[] = "date { end_date { year: 2031 month: 6 day: 1 } }";
constexpr char kLongAgo[] =
    "date { start_date { year: 2024 month: 8 day: 1 } end_date { year: 2024 month: 9 day: 1 } }";

TEST(TwoAccountsTest, FiguresOfALikeSizeAreTwoAccounts) {
  EXPECT_TRUE(AreTwo("quantity { amount: 70 unit_key: 'SHIP' }",
                     "quantity { amount: 90 unit_key: 'SHIP' }"));
  EXPECT_FALSE(AreTwo("quantity { amount: 70 unit_key: 'SHIP' }",
                      "quantity { amount: 700 unit_key: 'SHIP' }"));
  EXPECT_FALSE(AreTwo("money { currency_code: 'USD' amount: 70 }",
                      "money { currency_code: 'EUR' amount: 90 }"));
}

TEST(TwoAccountsTest, AnUpperBoundIsAnAccountOfItsOwn) {
  EXPECT_TRUE(AreTwo("quantity { amount: 300 unit_key: 'SHIP' bound: BOUND_AT_MOST }",
                     "quantity { amount: 260 unit_key: 'SHIP' }"));
  EXPECT_FALSE(AreTwo("quantity { amount: 300 unit_key: 'SHIP' bound: BOUND_AT_LEAST }",
                      "quantity { amount: 320 unit_key: 'SHIP' }"));
}

TEST(TwoAccountsTest, OfAnOpenDateItsDayCounts) {
  EXPECT_TRUE(AreTwo(kJune, kAugust));
  EXPECT_TRUE(AreTwo(kBeforeJune, kAugust));
  EXPECT_FALSE(AreTwo(kJune, kNotBeforeJune));
  EXPECT_FALSE(AreTwo(kJune, kBeforeJune));
  EXPECT_FALSE(AreTwo(kNotBeforeJune, kNotBeforeJuly));
}

TEST(TwoAccountsTest, DatesYearsApartAreOfDifferentThings) {
  EXPECT_FALSE(AreTwo(kAugust, kLongAgo));
}

}  // namespace
}  // namespace isnad::answering
