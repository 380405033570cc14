// One side of a matter on which sources differ.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_SIDE_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_SIDE_H_

#include <cstddef>
#include <vector>

#include "services/answering/evidence/candidate.h"

namespace isnad::answering {

// An answer shows no more sides than this.
inline constexpr size_t kMostSides = 3;
// How much lower than the best one the score of another side may be.
inline constexpr double kSideMargin = 0.22;

// Whether both stand in one passage.
bool SamePassage(const Candidate& a, const Candidate& b);

// Whether one of `sides` stands in the passage of the candidate.
bool IsTaken(const std::vector<Candidate>& sides, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_SIDE_H_
