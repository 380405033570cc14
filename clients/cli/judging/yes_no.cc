#include "clients/cli/judging/yes_no.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/strip.h"
#include "clients/cli/judging/answer_folding.h"

namespace isnad::cli {
namespace {

// As FoldAnswer spells them.
constexpr std::array<absl::string_view, 4> kYes = {"نعم", "اجل", "بلي", "yes"};
constexpr std::array<absl::string_view, 3> kNo = {"لا", "كلا", "no"};

}  // namespace

absl::optional<YesNo> ReadYesNo(absl::string_view answer) {
  const std::string folded = FoldAnswer(answer);
  absl::string_view word = folded;
  word = word.substr(0, word.find(' '));
  while (absl::ConsumeSuffix(&word, ".") || absl::ConsumeSuffix(&word, ",")) {
  }
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) return YesNo::kYes;
  if (std::find(kNo.begin(), kNo.end(), word) != kNo.end()) return YesNo::kNo;
  return absl::nullopt;
}

}  // namespace isnad::cli
