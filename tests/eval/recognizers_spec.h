// Reads the spec files of the recognizers suite.

#ifndef ISNAD_TESTS_EVAL_RECOGNIZERS_SPEC_H_
#define ISNAD_TESTS_EVAL_RECOGNIZERS_SPEC_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::eval {

// What a spec expects to be found.
enum class ExpectedKind {
  kNumber,
  kOrdinal,
  kNumberRange,
  kPercentage,
  kDate,      // a day
  kPeriod,    // a period of days
  kDateTime,  // a day with a time of day, or a time span within days
  kDuration,
  kOutOfScope,  // times of day, recurrences
  kUnknown,     // no type is stated
};

// Days as the suite writes them; equal ends for a day. Unset ends are open.
struct ExpectedInterval {
  absl::optional<extraction::CivilDate> start;
  absl::optional<extraction::CivilDate> end;
};

struct Expectation {
  ExpectedKind kind = ExpectedKind::kUnknown;
  std::string text;   // the words, trimmed
  std::string value;  // numbers, ordinals, ranges and percentages as written in the file
  std::string timex;  // durations
  // Dates: every resolution that the suite accepts; empty when it states none.
  std::vector<ExpectedInterval> intervals;
};

struct SpecCase {
  std::string input;
  absl::optional<extraction::CivilDate> reference_date;
  std::vector<Expectation> expected;
};

// Reads one file. Errors: NOT_FOUND, INVALID_ARGUMENT.
absl::StatusOr<std::vector<SpecCase>> ReadRecognizersSpec(absl::string_view path);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_RECOGNIZERS_SPEC_H_
