// Stored facts as the rules of conflicts see them.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_COMPARED_FACT_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_COMPARED_FACT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/domain/conflict_rules.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// The ref of the entity that the one of `ref` was merged into; other refs as they are.
absl::StatusOr<std::string> CanonicalRef(const std::string& ref, Snapshot& store);

// All refs that read as `ref`.
absl::StatusOr<std::vector<std::string>> SameRefs(const std::string& ref, Snapshot& store);

absl::StatusOr<ComparedFact> Compared(const FactRecord& fact, Snapshot& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_COMPARED_FACT_H_
