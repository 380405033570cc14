// How well the names of tests/corpus/names are found. What is found less well than the floors say
// has been broken.

#include <iostream>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/eval/names_scorer.h"
#include "tests/eval/report.h"

namespace isnad::eval {
namespace {

void ExpectAtLeast(const std::string& file, double floor) {
  const absl::StatusOr<Report> report =
      ScoreNames(absl::StrCat("tests/corpus/names/", file), NamesOptions());
  ASSERT_TRUE(report.ok()) << report.status();
  std::cout << FormatReport(*report);
  EXPECT_GE(report->scores.back().F1(), floor) << file;
}

TEST(NamesCorpusTest, FindsTheNamesOfTheNews) {
  ExpectAtLeast("dev.conll", 91);
  ExpectAtLeast("test.conll", 84);
}

TEST(NamesCorpusTest, FindsNamesThatExistNowhere) {
  ExpectAtLeast("invented.conll", 82);
  ExpectAtLeast("invented_second.conll", 77);
}

}  // namespace
}  // namespace isnad::eval
