// Whether evidence still reads what it says it quotes.

#ifndef ISNAD_SERVICES_FACTS_MAINTENANCE_QUOTE_CHECK_H_
#define ISNAD_SERVICES_FACTS_MAINTENANCE_QUOTE_CHECK_H_

#include "absl/status/statusor.h"
#include "services/facts/engines/sql/store_check.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::facts {

// Reads every span of every piece of evidence, former ones included, again in the text of its
// document.
absl::StatusOr<sql::CheckedRule> CheckQuotes(sql::View& view);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_MAINTENANCE_QUOTE_CHECK_H_
