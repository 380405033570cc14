// Figures that an article puts right.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_CORRECTED_FIGURE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_CORRECTED_FIGURE_H_

#include "absl/types/optional.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

enum class Accounts {
  // Both what is put right and what it is put right by.
  kBoth,
  // Only what a figure that is wrong by another is put right by.
  kCorrecting,
};

// The other account of what the figure `known` is of, where some passage puts one of them right by
// the other: "3.6 billion, not 4.2", "the 25 million that one hears of is exaggerated: it is 18",
// or "is it true that 450 go?" with "620" for its reply. It need not name anybody, as the figure
// itself says what it speaks of; its document must. A figure without a unit has that of the other.
absl::optional<Candidate> OtherAccount(const Inquiry& inquiry, const Candidate& known,
                                       Accounts accounts);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_CORRECTED_FIGURE_H_
