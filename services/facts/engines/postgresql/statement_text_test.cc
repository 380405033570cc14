#include "services/facts/engines/postgresql/statement_text.h"

#include "gtest/gtest.h"

namespace isnad::facts::postgresql {
namespace {

TEST(StatementTextTest, ParametersAreNumberedFromTheLeft) {
  EXPECT_EQ(WithNumberedParameters("SELECT ? WHERE a = ? LIMIT ?"),
            "SELECT $1 WHERE a = $2 LIMIT $3");
}

TEST(StatementTextTest, NumbersThatAreGivenStay) {
  EXPECT_EQ(WithNumberedParameters("a = ?1 OR b = ?1 AND c < ?12"), "a = $1 OR b = $1 AND c < $12");
}

TEST(StatementTextTest, OtherTextStays) {
  EXPECT_EQ(WithNumberedParameters("SELECT 'x' || y"), "SELECT 'x' || y");
  EXPECT_EQ(WithNumberedParameters("?"), "$1");
}

}  // namespace
}  // namespace isnad::facts::postgresql
