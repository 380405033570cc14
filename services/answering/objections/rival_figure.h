// Figures that contradict each other about one and the same thing.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_RIVAL_FIGURE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_RIVAL_FIGURE_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Whether both measure alike and are of a like size, as accounts of one thing are.
bool MayDiffer(const isnad::v1::Value& a, const isnad::v1::Value& b);

// Whether one sentence sets the two figures against each other and names a voice for one of them:
// "the firm says 200, while residents speak of 300".
bool AreSetAgainst(const Inquiry& inquiry, const Candidate& a, const Candidate& b);

// The best of `figures`, which are in order of score, that cannot hold together with `best`, one of
// them; null when nothing contradicts it. Facts that contradict each other, an open conflict, a
// sentence that sets two figures against each other, or another article that speaks as closely of
// what is asked: anything less may be a figure of something else.
const Candidate* FindRival(const Inquiry& inquiry, const std::vector<Candidate>& figures,
                           const Candidate& best);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_RIVAL_FIGURE_H_
