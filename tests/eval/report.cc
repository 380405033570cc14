#include "tests/eval/report.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace isnad::eval {
namespace {

double Percent(int64_t part, int64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Score::Precision() const { return Percent(right, found); }

double Score::Recall() const { return Percent(right, gold); }

double Score::F1() const { return Percent(2 * right, gold + found); }

std::string FormatReport(const Report& report) {
  size_t width = 5;
  for (const Score& score : report.scores) width = std::max(width, score.label.size());
  std::string out = absl::StrCat(report.title, "\n");
  absl::StrAppendFormat(&out, "%-*s %8s %8s %8s %7s %7s %7s\n", static_cast<int>(width), "label",
                        "gold", "found", "right", "P", "R", "F1");
  for (const Score& score : report.scores) {
    absl::StrAppendFormat(&out, "%-*s %8d %8d %8d %7.2f %7.2f %7.2f\n", static_cast<int>(width),
                          score.label, score.gold, score.found, score.right, score.Precision(),
                          score.Recall(), score.F1());
  }
  return out;
}

}  // namespace isnad::eval
