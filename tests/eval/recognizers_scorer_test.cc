#include "tests/eval/recognizers_scorer.h"

#include <fstream>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace isnad::eval {
namespace {

// Writes `text` to a file of the test and returns its path.
std::string Write(absl::string_view name, absl::string_view text) {
  const std::string path = absl::StrCat(testing::TempDir(), "/", name);
  std::ofstream file(path);
  file << text;
  return path;
}

TEST(RecognizersScorer, CountsRightValuesOfModels) {
  const std::string path = Write("NumberModel.json", R"([
    {"Input": "سبعة أقلام", "Results": [
      {"Text": "سبعة", "TypeName": "number", "Resolution": {"value": "7"}}]},
    {"Input": "تسعة أقلام", "Results": [
      {"Text": "تسعة", "TypeName": "number", "Resolution": {"value": "8"}}]},
    {"Input": "لا شيء", "Results": []}])");
  const absl::StatusOr<Report> report = ScoreRecognizers(path, {});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->scores.back().gold, 2);
  EXPECT_EQ(report->scores.back().right, 1);
  EXPECT_EQ(report->misses.size(), 1u);
}

TEST(RecognizersScorer, TakesThePastOrTheFutureOfDates) {
  const std::string path = Write("DateParser.json", R"([
    {"Input": "في 3 مايو", "Context": {"ReferenceDateTime": "2020-02-01T00:00:00"}, "Results": [
      {"Text": "3 مايو", "Type": "date", "Value": {
        "PastResolution": {"date": "2019-05-03"}, "FutureResolution": {"date": "2020-05-03"}}}]},
    {"Input": "في 3 مايو", "Context": {"ReferenceDateTime": "2020-02-01T00:00:00"}, "Results": [
      {"Text": "3 مايو", "Type": "date", "Value": {
        "PastResolution": {"date": "2018-05-03"}}}]},
    {"Input": "الساعة 3", "Results": [{"Text": "الساعة 3", "Type": "time"}]}])");
  const absl::StatusOr<Report> report = ScoreRecognizers(path, {});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->scores.back().gold, 2);
  EXPECT_EQ(report->scores.back().right, 1);
}

TEST(RecognizersScorer, AsksExtractorsForOverlapAndTellsExactWordsApart) {
  const std::string path = Write("DurationExtractor.json", R"([
    {"Input": "بقي 4 أيام", "Results": [{"Text": "4 أيام", "Type": "duration"}]},
    {"Input": "بقي 4 أيام", "Results": [{"Text": "بقي 4 أيام", "Type": "duration"}]},
    {"Input": "بقي 4 أيام", "Results": [{"Text": "5 أيام", "Type": "duration"}]}])");
  const absl::StatusOr<Report> report = ScoreRecognizers(path, {});
  ASSERT_TRUE(report.ok()) << report.status();
  ASSERT_EQ(report->scores.size(), 3u);
  EXPECT_EQ(report->scores[0].gold, 2);  // the words of the third are not in its input
  EXPECT_EQ(report->scores[0].right, 2);
  EXPECT_EQ(report->scores[1].right, 1);
}

TEST(RecognizersScorer, LeavesOutRejectedCases) {
  const std::string path = Write("NumberModel.json", R"([
    {"Input": "تسعة أقلام", "Results": [
      {"Text": "تسعة", "TypeName": "number", "Resolution": {"value": "8"}}]}])");
  const std::string rejected = Write("rejected.tsv", "# wrong\nNumberModel\t0\tnine is nine\n");
  const absl::StatusOr<Report> report = ScoreRecognizers(path, {rejected});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->scores.back().gold, 0);
}

TEST(RecognizersScorer, TellsWhatIsNoSpec) {
  EXPECT_EQ(ScoreRecognizers(Write("Odd.json", "{}"), {}).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ScoreRecognizers("/no/such/file.json", {}).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace isnad::eval
