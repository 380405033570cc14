// Least figures that a suite must reach.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_BARS_H_
#define ISNAD_CLIENTS_CLI_JUDGING_BARS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "clients/cli/judging/scoreboard.h"

namespace isnad::cli {

struct Bar {
  NamedShare figure;
  double percent = 0;  // 0 to 100
};

// Reads "accuracy=75". INVALID_ARGUMENT says what is wrong and which figures there are.
absl::StatusOr<Bar> ParseBar(absl::string_view text);

// A sentence for each bar that is missed, in order. Figures are compared as shown, rounded to a
// tenth. A figure that nothing was counted for misses its bar.
std::vector<std::string> MissedBars(const std::vector<Bar>& bars, const Scores& scores);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_BARS_H_
