// Whether an answer holds what was expected.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_VARIANT_MATCH_H_
#define ISNAD_CLIENTS_CLI_JUDGING_VARIANT_MATCH_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::cli {

// Whether `folded`, a text as FoldAnswer makes it, holds `variant` in any spelling.
//
// Letters may go on at either end, as Arabic writes articles and prepositions together with the
// word. Numbers may not: "600" stands neither in "1600", "0.600" nor in "600.5". A variant that
// begins with a scale ("مليار دولار", "million") means one of it and does not stand behind a figure
// ("14 مليار دولار"). A variant that folds to nothing stands nowhere.
bool HoldsVariant(absl::string_view folded, absl::string_view variant);

// Whether it holds one of them.
bool HoldsAny(absl::string_view folded, const std::vector<std::string>& variants);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_VARIANT_MATCH_H_
