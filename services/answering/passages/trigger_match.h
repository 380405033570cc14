// Whether a fact is told by the question's own verb or noun.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_TRIGGER_MATCH_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_TRIGGER_MATCH_H_

#include "isnad/v1/evidence.pb.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the trigger of `evidence`, which stands in the passage, is a word of the question:
// "described", not just "said".
bool SharesTrigger(const PassageView& view, const isnad::v1::Evidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_TRIGGER_MATCH_H_
