// Keeps the stored conflicts in step with the facts.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_DETECTION_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_DETECTION_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// What changed about the facts.
enum class Cause {
  kNewEvidence,  // Decided conflicts that the facts are part of open again.
  kOther,
};

// Works out anew every conflict that one of `facts` is or was part of or has become part of.
absl::Status RefreshConflicts(const std::vector<std::string>& facts, Cause cause,
                              WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_DETECTION_H_
