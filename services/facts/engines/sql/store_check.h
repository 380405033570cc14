// Checks what must hold between the rows of a store.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_STORE_CHECK_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_STORE_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::facts::sql {

// One thing that must hold, and how often it does not.
struct CheckedRule {
  std::string rule;  // "Every fact that stands has evidence", ...
  int64_t violations = 0;
  std::string example;  // Of the first violation, by id or row.
};

// Checks all rules over the newest state of a consistent view. Reads every table once or more.
absl::StatusOr<std::vector<CheckedRule>> CheckRules(View& view);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_STORE_CHECK_H_
