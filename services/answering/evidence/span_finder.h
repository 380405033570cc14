// Finds names and figures in passages that may fill the question's gap.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_SPAN_FINDER_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_SPAN_FINDER_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// All spans of the asked type, scored, in no order; several per answer. Empty when the question
// asks for neither a name nor a figure. What the question itself names is never an answer to it.
std::vector<Candidate> FindSpans(const Inquiry& inquiry);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_SPAN_FINDER_H_
