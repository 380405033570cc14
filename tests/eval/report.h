// What a scorer found: one line per label, and the cases that went wrong.

#ifndef ISNAD_TESTS_EVAL_REPORT_H_
#define ISNAD_TESTS_EVAL_REPORT_H_

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::eval {

// Counts of one label, for example "PERSON" or "all". For a plain accuracy `found` equals `gold`.
struct Score {
  std::string label;
  int64_t gold = 0;   // in the data
  int64_t found = 0;  // by the analysis
  int64_t right = 0;  // in both

  // All three in percent; 0 where the denominator is 0.
  double Precision() const;
  double Recall() const;
  double F1() const;
};

// The outcome of one scorer on one file.
struct Report {
  std::string title;                // what was measured on what, one line
  std::vector<Score> scores;        // the last one is the figure to quote
  std::vector<std::string> misses;  // one line each, in file order
};

// The report as a table with aligned columns, ready for a terminal; misses are left out.
std::string FormatReport(const Report& report);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_REPORT_H_
