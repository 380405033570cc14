// Works out what is believed of a fact from its evidence.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// The claim of the best evidence, completed with roles and a date that only others give.
Claim MergeClaims(const std::vector<EvidenceRecord>& evidence);

// Writes the state that follows from the live evidence of the fact, whose row must exist. Returns
// what happened to it: added when it did not stand before.
absl::StatusOr<FactChange> RefreshFact(const std::string& key, WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_
