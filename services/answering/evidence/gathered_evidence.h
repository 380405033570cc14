// The candidates of both routes for one question.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_GATHERED_EVIDENCE_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_GATHERED_EVIDENCE_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

struct GatheredEvidence {
  std::vector<FactMatch> matches;
  // Names, figures and parts of facts, merged, best first.
  std::vector<Candidate> spans;
  // Sentences and clauses, best first.
  std::vector<Candidate> statements;
};

GatheredEvidence GatherEvidence(const Inquiry& inquiry);

// The best statements, each of which adds to the question's words that those before it hold, at
// most `limit`, from different passages.
std::vector<Candidate> ComplementaryStatements(const Inquiry& inquiry,
                                               const std::vector<Candidate>& statements,
                                               size_t limit);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_GATHERED_EVIDENCE_H_
