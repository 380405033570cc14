#include "tests/eval/name_pairs_scorer.h"

#include <fstream>
#include <string>

#include "absl/status/status.h"
#include "gtest/gtest.h"

namespace isnad::eval {
namespace {

std::string Write(const std::string& name, const std::string& lines) {
  const std::string path = testing::TempDir() + "/" + name;
  std::ofstream(path) << lines;
  return path;
}

const Score& Of(const Report& report, const std::string& label) {
  for (const Score& score : report.scores) {
    if (score.label == label) return score;
  }
  ADD_FAILURE() << label;
  return report.scores.front();
}

TEST(NamePairsScorerTest, CountsQueriesThatFindTheirNameFirst) {
  const std::string path = Write("pairs.tsv",
                                 "altman\tأ ل ت م ا ن\t3\n"
                                 "pichai\tب ي ت ش ا ي\t1\n"
                                 "nadella\tن ا د ي ل ا\n"
                                 "wrongly\tز و ك ر ب ي ر غ\t1\n");
  NamePairsOptions options;
  options.queries = NamePairsOptions::Queries::kAll;
  const auto report = ScoreNamePairs(path, options);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(Of(*report, "rank 1").gold, 4);
  EXPECT_EQ(Of(*report, "rank 1").right, 3);
  EXPECT_EQ(Of(*report, "rank 5").right, 4);
  EXPECT_EQ(Of(*report, "keys").right, 3);
  ASSERT_EQ(report->misses.size(), 1u);
  EXPECT_EQ(report->misses[0].rfind("wrongly", 0), 0u);
}

TEST(NamePairsScorerTest, ReadsTheOtherOrderOfColumnsAndOtherLinesOfAQuery) {
  const std::string path = Write("other.txt", "غوغان\tgauguin\nجوجان\tgauguin\nسكريبس\tscripps\n");
  NamePairsOptions options;
  options.queries = NamePairsOptions::Queries::kAll;
  const auto report = ScoreNamePairs(path, options);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(Of(*report, "rank 1").gold, 2);
  EXPECT_EQ(Of(*report, "rank 1").right, 2);
}

TEST(NamePairsScorerTest, HeldOutQueriesAreATenthOfMany) {
  std::string lines;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      lines += std::string("t") + a + "m" + b + "n\tتامان\n";
    }
  }
  const auto report = ScoreNamePairs(Write("many.tsv", lines), NamePairsOptions());
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_GT(Of(*report, "rank 1").gold, 40);
  EXPECT_LT(Of(*report, "rank 1").gold, 100);
}

TEST(NamePairsScorerTest, NamesWhatIsWrongWithAFile) {
  EXPECT_TRUE(absl::IsNotFound(ScoreNamePairs("/no/such/file", NamePairsOptions()).status()));
  EXPECT_TRUE(absl::IsInvalidArgument(
      ScoreNamePairs(Write("bad.tsv", "no tab here\n"), NamePairsOptions()).status()));
}

}  // namespace
}  // namespace isnad::eval
