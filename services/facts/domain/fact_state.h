// Works out what is believed of a fact from its evidence.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// The claim of the best evidence, completed with roles and a date that only others give.
Claim MergeClaims(const std::vector<EvidenceRecord>& evidence);

// How many independent sources the evidence is of.
absl::StatusOr<int> CountSources(const std::vector<EvidenceRecord>& evidence, Snapshot& store);

// What became of a fact.
struct RefreshedFact {
  FactRecord fact;                            // As it is now. Without conflicts.
  FactChange change = FactChange::kEvidence;  // Added when it did not stand before.
  // Whether it may contradict other facts than before: it came, went or has another time.
  bool compares_anew = true;
};

// Writes the states that follow from the live evidence of the facts, whose rows must exist.
// `facts` are as they were before; one that is new does not stand. `evidence` is that of facts for
// which it is known already.
absl::StatusOr<std::vector<RefreshedFact>> RefreshFacts(
    std::vector<FactRecord> facts,
    const std::map<std::string, std::vector<EvidenceRecord>>& evidence, WriteTransaction& store);

// The same for facts that are stored.
absl::StatusOr<std::vector<RefreshedFact>> RefreshFacts(const std::vector<std::string>& keys,
                                                        WriteTransaction& store);

// The stored facts of these keys. NOT_FOUND when one is not.
absl::StatusOr<std::vector<FactRecord>> FindStoredFacts(const std::vector<std::string>& keys,
                                                        WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FACT_STATE_H_
