#include "clients/cli/judging/scoreboard.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

JudgedAnswer Judged(const std::string& kind, Verdict verdict, double confidence = 0, int quotes = 0,
                    int verbatim = 0) {
  JudgedAnswer judged;
  judged.kind = kind;
  judged.language = kind == "who" ? "ar" : "en";
  judged.verdict = verdict;
  judged.confidence = confidence;
  judged.quotes = quotes;
  judged.verbatim_quotes = verbatim;
  return judged;
}

Scoreboard Sample() {
  Scoreboard board;
  board.Add(Judged("who", Verdict::kRight, 0.9, 2, 2));
  board.Add(Judged("who", Verdict::kWrong, 0.6, 1, 0));
  board.Add(Judged("who", Verdict::kUncited, 0.6, 1, 1));
  board.Add(Judged("why", Verdict::kRefused));
  board.Add(Judged("none", Verdict::kRefusedRightly));
  board.Add(Judged("none", Verdict::kMadeUp, 0.3));
  return board;
}

void ExpectShare(const Share& share, int part, int whole) {
  EXPECT_EQ(share.part, part);
  EXPECT_EQ(share.whole, whole);
}

TEST(Share, RoundsPercentToATenth) {
  EXPECT_EQ((Share{1, 3}).Percent(), 33.3);
  EXPECT_EQ((Share{2, 3}).Percent(), 66.7);
  EXPECT_EQ((Share{0, 4}).Percent(), 0.0);
  EXPECT_EQ(Share().Percent(), absl::nullopt);
}

TEST(Scoreboard, CountsEachFigureOverItsOwnWhole) {
  const Scores scores = Sample().all();
  EXPECT_EQ(scores.questions, 6);
  ExpectShare(scores.accuracy, 2, 6);
  ExpectShare(scores.answered_right, 1, 4);
  ExpectShare(scores.content_right, 2, 4);
  ExpectShare(scores.precision, 1, 4);
  ExpectShare(scores.refusals_right, 1, 2);
  ExpectShare(scores.quotes_verbatim, 3, 4);
}

TEST(Scoreboard, CountsByKindAndLanguage) {
  const Scoreboard board = Sample();
  ASSERT_EQ(board.by_kind().size(), 3u);
  ExpectShare(board.by_kind().at("who").accuracy, 1, 3);
  ExpectShare(board.by_kind().at("none").refusals_right, 1, 2);
  ASSERT_EQ(board.by_language().size(), 2u);
  ExpectShare(board.by_language().at("en").accuracy, 1, 3);
}

TEST(Scoreboard, TellsWhatHigherConfidenceWouldCost) {
  const std::vector<CoveragePoint> points = Sample().Coverage();
  ASSERT_EQ(points.size(), 3u);
  EXPECT_EQ(points[0].confidence, 0.3);
  ExpectShare(points[0].coverage, 4, 6);
  ExpectShare(points[0].precision, 1, 4);
  ExpectShare(points[0].accuracy, 2, 6);
  // What was made up is refused now, rightly.
  EXPECT_EQ(points[1].confidence, 0.6);
  ExpectShare(points[1].coverage, 3, 6);
  ExpectShare(points[1].accuracy, 3, 6);
  EXPECT_EQ(points[2].confidence, 0.9);
  ExpectShare(points[2].coverage, 1, 6);
  ExpectShare(points[2].precision, 1, 1);
}

TEST(Scoreboard, TellsItInTenthsOfTheAnswers) {
  Scoreboard board;
  for (int i = 0; i < 100; ++i) board.Add(Judged("who", Verdict::kRight, 0.99 + i / 10000.0));
  const std::vector<CoveragePoint> points = board.Coverage();
  ASSERT_EQ(points.size(), 10u);
  ExpectShare(points[0].coverage, 100, 100);
  ExpectShare(points[1].coverage, 90, 100);
  ExpectShare(points[9].coverage, 10, 100);
}

TEST(Scoreboard, HasNoCoverageWithoutAnswers) {
  Scoreboard board;
  EXPECT_TRUE(board.Coverage().empty());
  board.Add(Judged("why", Verdict::kRefused));
  EXPECT_TRUE(board.Coverage().empty());
}

}  // namespace
}  // namespace isnad::cli
