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

TEST(StatementTextTest, AQueryRunsForEachPlaceOfArrays) {
  EXPECT_EQ(ForEachOfArrays("SELECT a FROM t WHERE b = ? AND c = ?", {"bigint", "text"}),
            "SELECT uses.place, 0 AS number, rows.* FROM unnest(CAST($1 AS bigint[]), CAST($2 AS "
            "text[])) WITH ORDINALITY AS uses(p1, p2, place), LATERAL (SELECT a FROM t WHERE b = "
            "uses.p1 AND c = uses.p2 OFFSET 0) AS rows ORDER BY uses.place");
}

TEST(StatementTextTest, TheOrderOfAQueryIsKeptForEachPlace) {
  EXPECT_EQ(ForEachOfArrays("SELECT a FROM t WHERE b = ? ORDER BY a", {"bigint"}),
            "SELECT uses.place, rows.* FROM unnest(CAST($1 AS bigint[])) WITH ORDINALITY AS "
            "uses(p1, place), LATERAL (SELECT ROW_NUMBER() OVER () AS number, found.* FROM (SELECT "
            "a FROM t WHERE b = uses.p1 ORDER BY a) AS found) AS rows ORDER BY uses.place, "
            "rows.number");
}

}  // namespace
}  // namespace isnad::facts::postgresql
