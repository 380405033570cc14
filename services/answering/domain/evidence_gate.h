// Whether what was found is enough to answer.
//
// A wrong answer is worse than none: a span of the right type near the right name is no answer
// unless the words around it are about what is asked.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_EVIDENCE_GATE_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_EVIDENCE_GATE_H_

#include "services/answering/domain/candidate.h"
#include "services/answering/domain/inquiry.h"

namespace isnad::answering {

// Whether a name, figure or part of a fact may be given as the answer.
bool SpanSuffices(const Inquiry& inquiry, const Candidate& candidate);

// Whether the sentence itself has the name that tells the question from others.
bool NamesAreInside(const Inquiry& inquiry, const Candidate& candidate);

// Whether a clause or sentence may.
bool StatementSuffices(const Inquiry& inquiry, const Candidate& candidate);

// Whether the question tells a relation surely, and no word of the sentence, of a row's header or
// of the heading does. Always false for candidates of facts.
bool LacksRelation(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_EVIDENCE_GATE_H_
