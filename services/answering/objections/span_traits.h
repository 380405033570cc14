// What tells whether a name or figure answers a question, measured.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_SPAN_TRAITS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_SPAN_TRAITS_H_

#include <cstddef>

#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/objections/sentence_traits.h"

namespace isnad::answering {

// The traits of the span that stands at `rank` (from 0) among those of `evidence`. What speaks
// against it by the rules of the gate is one of them.
SentenceTraits TraitsOfSpan(const Inquiry& inquiry, const GatheredEvidence& evidence, size_t rank);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_SPAN_TRAITS_H_
