// Which two facts cannot both hold, by the schema of their type alone.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_RULES_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_RULES_H_

#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// A fact as the rules see it: with merged entities replaced by what they were merged into.
struct ComparedFact {
  std::string key;
  std::string subject_ref;
  std::string object_ref;
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
  absl::optional<Figure> figure;
  absl::optional<DayInterval> valid;
};

// What two facts disagree about, and the ends they disagree over.
struct Disagreement {
  ConflictKind kind = ConflictKind::kValue;
  std::string anchor;
};

// Whether an end (a FactIdentity's ref) is one thing wherever it is spoken of. Unnamed participants
// are words: "a data centre" is another one in the next article, and different words may mean the
// same.
bool IsIdentified(const std::string& ref);

// Whether the two facts can be about one time: those about different ones never disagree; an
// unknown or assumed time may be any.
bool MayShareTime(const ComparedFact& a, const ComparedFact& b);

// How the two facts of `type` disagree; nothing when they can both hold. Facts whose subject
// is not identified never disagree.
absl::optional<Disagreement> Disagree(const FactTypeRecord& type, const ComparedFact& a,
                                      const ComparedFact& b);

// All anchors under which the fact could disagree with others.
std::vector<Disagreement> PossibleDisagreements(const FactTypeRecord& type,
                                                const ComparedFact& fact);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_RULES_H_
