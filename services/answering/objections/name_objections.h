// Whether the names of the question are those of what was found.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_NAME_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_NAME_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {

// The rarest name of the question must be at least this close to a figure, and to anything else.
constexpr double kNameNearFigure = NameShares::kNeighbour;
constexpr double kNameNearAnything = NameShares::kNeighbour;

// A broad question says once whom it is about, and its sources do the same.
constexpr double kNameNearBroad = NameShares::kDocument;

// Whether one of the candidate's facts has what `link` names at an end or in a role.
bool IsEndOf(const Inquiry& inquiry, const Candidate& candidate, const LinkedName& link);

// Somebody whom the question names is not spoken of here, nor anything else that it names in the
// whole article.
bool LacksNamed(const Inquiry& inquiry, const Candidate& candidate);

// Whether the rarest name of the question is at least this close to the candidate (NameShares).
bool NamesAreNear(const Inquiry& inquiry, const Candidate& candidate, double least);

// Everything that the question names stands in the sentence, and it names more than one.
bool NamesMeet(const Inquiry& inquiry, const Candidate& candidate);

// Facts of the relation with the given ends exist, and what they have in the asked place is what
// the question itself names: whoever joined X is known, but not whom they joined after X.
bool IsKnownOtherwise(const Inquiry& inquiry, const Candidate& candidate);

// Everything that the question names is an end of the fact.
bool HoldsAllNames(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_NAME_OBJECTIONS_H_
