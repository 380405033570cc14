#include "clients/cli/judging/bars.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace isnad::cli {
namespace {

constexpr double kMaxPercent = 100;

std::string FigureNames() {
  return absl::StrJoin(AllShares(), ", ", [](std::string* to, const NamedShare& figure) {
    absl::StrAppend(to, figure.name);
  });
}

}  // namespace

absl::StatusOr<Bar> ParseBar(absl::string_view text) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits('=', 1));
  const auto figure =
      std::find_if(AllShares().begin(), AllShares().end(),
                   [&](const NamedShare& known) { return known.name == parts.first; });
  if (figure == AllShares().end()) {
    return absl::InvalidArgumentError(absl::StrCat(
        "--min: \"", text, "\" names no figure; known are ", FigureNames(), ", as in accuracy=75"));
  }
  Bar bar{*figure, 0};
  // Written so that not-a-number is refused too.
  if (!absl::SimpleAtod(parts.second, &bar.percent) ||
      !(bar.percent >= 0 && bar.percent <= kMaxPercent)) {
    return absl::InvalidArgumentError(
        absl::StrCat("--min: \"", text, "\" has no percentage from 0 to 100, as in accuracy=75"));
  }
  return bar;
}

std::vector<std::string> MissedBars(const std::vector<Bar>& bars, const Scores& scores) {
  std::vector<std::string> missed;
  for (const Bar& bar : bars) {
    const absl::optional<double> reached = (scores.*bar.figure.share).Percent();
    if (!reached) {
      missed.push_back(absl::StrCat(bar.figure.name, " has a bar, but nothing was counted for it"));
    } else if (*reached < bar.percent) {
      missed.push_back(absl::StrFormat("%s is %.1f, below the bar of %s", bar.figure.name, *reached,
                                       absl::StrCat(bar.percent)));
    }
  }
  return missed;
}

}  // namespace isnad::cli
