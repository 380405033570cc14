// How alike two names are, to suggest the one that was meant.

#ifndef ISNAD_SERVICES_SERVER_CONFIG_EDIT_DISTANCE_H_
#define ISNAD_SERVICES_SERVER_CONFIG_EDIT_DISTANCE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::server {

// Fewest insertions, deletions and replacements of bytes that turn `a` into `b` (Levenshtein).
int EditDistance(absl::string_view a, absl::string_view b);

// The candidate nearest to `name`, or that ends with it after a dot; "" when none is near.
std::string NearestName(absl::string_view name, const std::vector<std::string>& candidates);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_CONFIG_EDIT_DISTANCE_H_
