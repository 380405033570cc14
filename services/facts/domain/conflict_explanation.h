// Puts a conflict into words.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_EXPLANATION_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_EXPLANATION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/domain/conflict_sides.h"
#include "services/facts/store/fact_store.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// How many facts of a conflict are put into words.
constexpr int kMostFactsExplained = 6;

struct ConflictExplanation {
  std::string english;
  std::string arabic;
};

// What each of the facts claims, which are of one type, in the words of its source where there are
// some, and who published it. Errors of the store.
absl::StatusOr<ConflictExplanation> ExplainConflict(ConflictKind kind,
                                                    const std::vector<FactRecord>& facts,
                                                    Snapshot& store);

// Who agrees with one of the sides without contradicting another, marked where they do not name
// what they speak of: a sentence for each side, after a space; empty when nobody does.
absl::StatusOr<ConflictExplanation> ExplainAgreement(const std::vector<ConflictSide>& sides,
                                                     Snapshot& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_EXPLANATION_H_
