#include "services/facts/engines/sql/prefix_range.h"

#include "gtest/gtest.h"

namespace isnad::facts::sql {
namespace {

TEST(PrefixRangeTest, EndsRightAfterThePrefix) {
  EXPECT_EQ(AfterPrefix("met"), "meu");
  EXPECT_EQ(AfterPrefix("مي"), "مً");
  EXPECT_EQ(AfterPrefix("ز"), "س");
}

TEST(PrefixRangeTest, StaysUtf8WhereTheLastByteIsTheHighest) {
  EXPECT_EQ(AfterPrefix("a\x7F"), "a\xC2\x80");
  EXPECT_EQ(AfterPrefix("ؿ"), "ـ");
  EXPECT_EQ(AfterPrefix("\xED\x9F\xBF"), "\xEE\x80\x80");
  EXPECT_EQ(AfterPrefix("\xEF\xBF\xBF"), "\xF0\x90\x80\x80");
}

TEST(PrefixRangeTest, NothingFollowsTheLastCharacter) {
  EXPECT_EQ(AfterPrefix("a\xF4\x8F\xBF\xBF"), "b");
  EXPECT_EQ(AfterPrefix("\xF4\x8F\xBF\xBF"), "");
  EXPECT_EQ(AfterPrefix(""), "");
}

}  // namespace
}  // namespace isnad::facts::sql
