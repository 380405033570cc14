// Whether what was found is enough to answer.
//
// A wrong answer is worse than none: a span of the right type near the right name is no answer
// unless the words around it are about what is asked.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVIDENCE_GATE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVIDENCE_GATE_H_

#include "absl/strings/string_view.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Why a name, figure or part of a fact may not be given as the answer, in a few words; empty when
// it may.
absl::string_view SpanObjection(const Inquiry& inquiry, const Candidate& candidate);

// Whether it may.
bool SpanSuffices(const Inquiry& inquiry, const Candidate& candidate);

// Whether the sentence itself has the name that tells the question from others.
bool NamesAreInside(const Inquiry& inquiry, const Candidate& candidate);

// Whether the sentence leaves out somebody, a title or a sum by which the question tells what it
// means.
bool LacksAnyOf(const Inquiry& inquiry, const Candidate& candidate);

// Why a clause or sentence may not, and whether it may.
absl::string_view StatementObjection(const Inquiry& inquiry, const Candidate& candidate);
bool StatementSuffices(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVIDENCE_GATE_H_
