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

// What became of a fact.
struct RefreshedFact {
  std::string key;
  FactChange change = FactChange::kEvidence;  // Added when it did not stand before.
  // Whether it may contradict other facts than before: it came, went or has another time.
  bool compares_anew = true;
};

// Writes the states that follow from the live evidence of the facts, whose rows must exist.
absl::StatusOr<std::vector<RefreshedFact>> RefreshFacts(const std::vector<std::string>& keys,
                                                        WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_
