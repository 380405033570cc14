// Finds sentences and clauses that answer questions whose gap no name or figure fills.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_STATEMENT_FINDER_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_STATEMENT_FINDER_H_

#include <cstddef>
#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Every passage as a whole and its clauses of the asked kind (causes and purposes for why, reported
// and quoted words for what was said, manner for how), scored, best first. Excerpts have at most
// `limit` characters.
std::vector<Candidate> FindStatements(const Inquiry& inquiry, size_t limit);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_STATEMENT_FINDER_H_
