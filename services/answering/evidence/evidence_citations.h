// Cites the evidence of facts.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_EVIDENCE_CITATIONS_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_EVIDENCE_CITATIONS_H_

#include <vector>

#include "isnad/v1/answer.pb.h"
#include "isnad/v1/fact.pb.h"

namespace isnad::answering {

// A citation per document, best evidence first: ten copies of one quote are one.
std::vector<isnad::v1::Citation> CiteEvidence(const isnad::v1::Fact& fact);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_EVIDENCE_CITATIONS_H_
