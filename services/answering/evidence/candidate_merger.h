// Brings together the candidates of both routes.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_CANDIDATE_MERGER_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_CANDIDATE_MERGER_H_

#include <vector>

#include "services/answering/evidence/candidate.h"

namespace isnad::answering {

// Candidates with equal keys become one: the best of them, with all citations (one per document)
// and facts, and a bonus for routes that agree and for each further source. Best first; ties keep
// the order given.
std::vector<Candidate> MergeCandidates(std::vector<Candidate> candidates);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_CANDIDATE_MERGER_H_
