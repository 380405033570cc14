#include "clients/cli/judging/bars.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

std::string Message(absl::string_view text) {
  return std::string(ParseBar(text).status().message());
}

TEST(ParseBar, ReadsFigureAndPercentage) {
  const auto bar = ParseBar("refusals_right=62.5");
  ASSERT_TRUE(bar.ok()) << bar.status();
  EXPECT_EQ(bar->figure.name, "refusals_right");
  EXPECT_EQ(bar->percent, 62.5);
}

TEST(ParseBar, SaysWhatIsWrong) {
  EXPECT_EQ(Message("f1=3"),
            "--min: \"f1=3\" names no figure; known are accuracy, answered_right, content_right, "
            "precision, refusals_right, quotes_verbatim, as in accuracy=75");
  for (const char* text :
       {"accuracy", "accuracy=", "accuracy=x", "accuracy=101", "accuracy=-1", "accuracy=nan"}) {
    EXPECT_NE(Message(text).find("has no percentage from 0 to 100"), std::string::npos) << text;
  }
}

TEST(MissedBars, NamesThoseBelow) {
  Scores scores;
  scores.accuracy = {2, 3};
  scores.precision = {3, 3};
  const std::vector<Bar> bars = {*ParseBar("accuracy=66.7"), *ParseBar("accuracy=70"),
                                 *ParseBar("precision=100"), *ParseBar("quotes_verbatim=0")};
  EXPECT_EQ(
      MissedBars(bars, scores),
      (std::vector<std::string>{"accuracy is 66.7, below the bar of 70",
                                "quotes_verbatim has a bar, but nothing was counted for it"}));
}

}  // namespace
}  // namespace isnad::cli
