// One of the things that a question lets one choose between.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_ALTERNATIVE_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_ALTERNATIVE_H_

#include "isnad/v1/span.pb.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the name stands in the alternative, whole or in part.
bool IsNameOf(const LinkedName& link, const isnad::v1::Span& alternative);

// How far a passage speaks of the alternative: 1 where it names who stands there, else the share of
// its words that it has.
double AlternativeShare(const Inquiry& inquiry, const PassageView& view,
                        const isnad::v1::Span& alternative);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_ALTERNATIVE_H_
