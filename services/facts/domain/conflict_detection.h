// Keeps the stored conflicts in step with the facts.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_DETECTION_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_DETECTION_H_

#include <vector>

#include "absl/status/status.h"
#include "services/facts/domain/fact_state.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// What changed about the facts.
enum class Cause {
  kNewEvidence,  // Decided conflicts that the facts are part of open again.
  kOther,
};

// Brings the conflicts up to date after these facts changed. A fact is part of a conflict as long
// as another one disagrees with it (see conflict_rules.h). Only the facts themselves are compared
// with others, and what they may have left alone; so the time this takes depends on them, not on
// how much is stored. For the same reason a fact is compared with kMostRivals others at most.
absl::Status RefreshConflicts(const std::vector<RefreshedFact>& facts, Cause cause,
                              WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_DETECTION_H_
