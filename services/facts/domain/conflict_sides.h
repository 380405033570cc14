// What a conflict is between: the facts that contradict each other, by what they claim, and those
// that agree with one of the claims without contradicting another.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_SIDES_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_SIDES_H_

#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/store/fact_store.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// How many facts of a conflict are told apart by sides, those with the first keys.
constexpr int kMostFactsOfSides = 50;

// Sources that say what they speak of count once, others as much of a source.
constexpr double kUnnamedWeight = 0.5;

// One of the claims of a conflict. All its facts can hold together.
struct ConflictSide {
  // Part of the conflict.
  std::vector<FactRecord> facts;
  // About the same, with a figure that both sides allow but that is nearest to this one: "more than
  // 14 billion" beside 14.3 and 15.
  std::vector<FactRecord> agreeing;
  // The same of something that is described and not named: "more than 14 billion in a project".
  // They may be about something else, so they contradict nothing.
  std::vector<FactRecord> unnamed;
  int support = 0;          // Independent sources of the first two.
  int unnamed_support = 0;  // Those that the third add.

  double Weight() const { return support + kUnnamedWeight * unnamed_support; }
};

// The sides of each of the conflicts, by weight. Only those about figures have facts that agree:
// of the same type and subject, as sure (planned or not, asserted), at a time that all facts of the
// side may share, published within a year of one of them where a time is not known, and with a
// figure that goes with all figures of the side and is not farther than a tenth from one. Where two
// sides are as near, it agrees with none. Nor does one without a name where the same is told of
// something else by name. Works at the snapshot's time, from the facts that stand: nothing about
// sides is stored, so what is retracted or purged is gone from them.
absl::StatusOr<std::vector<std::vector<ConflictSide>>> FindSides(
    const std::vector<ConflictRecord>& conflicts, Snapshot& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CONFLICT_SIDES_H_
