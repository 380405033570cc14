#include "services/answering/answers/side.h"

#include <algorithm>

namespace isnad::answering {

bool SamePassage(const Candidate& a, const Candidate& b) {
  return a.document == b.document && a.ordinal == b.ordinal;
}

bool IsTaken(const std::vector<Candidate>& sides, const Candidate& candidate) {
  return std::any_of(sides.begin(), sides.end(),
                     [&](const Candidate& side) { return SamePassage(side, candidate); });
}

}  // namespace isnad::answering
