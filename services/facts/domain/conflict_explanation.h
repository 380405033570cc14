// Puts a conflict into words.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_EXPLANATION_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_EXPLANATION_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/facts/store/fact_store.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// Fills `explanation_en` and `explanation_ar` from the kind of the conflict and its facts of the
// given type: what each claims, in the words of its source where there are some, and who published
// it. Errors of the store.
absl::Status ExplainConflict(const std::string& type, const std::vector<const FactRecord*>& facts,
                             WriteTransaction& store, ConflictRecord* conflict);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_EXPLANATION_H_
