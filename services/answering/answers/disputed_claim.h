// A claim and what is held against it.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_DISPUTED_CLAIM_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_DISPUTED_CLAIM_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// A claim and its denial in sentences beside each other; empty when there is none.
std::vector<Candidate> Dispute(const Inquiry& inquiry, const std::vector<Candidate>& statements);

// The best claim and the best denial, wherever they stand; then further documents that speak of it.
std::vector<Candidate> ClaimAndDenial(const Inquiry& inquiry,
                                      const std::vector<Candidate>& statements);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_DISPUTED_CLAIM_H_
