// Two sentences that tell one matter in two ways.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_OPPOSED_STATEMENTS_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_OPPOSED_STATEMENTS_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The likeliest two accounts of what is asked about, in words rather than figures, in the order in
// which they are told: they speak of the question or of each other, and one is set against the
// other, or denies it. One of a single sentence where that holds both. Empty when none are likely.
std::vector<Candidate> OpposedStatements(const Inquiry& inquiry,
                                         const std::vector<Candidate>& statements);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_OPPOSED_STATEMENTS_H_
