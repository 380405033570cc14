// Writes drafts into responses.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_RESPONSE_BUILDER_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_RESPONSE_BUILDER_H_

#include "isnad/v1/answer_service.pb.h"
#include "services/answering/answers/draft.h"

namespace isnad::answering {

// Sets text, claims, citations, confidence and refusal. At most `max_citations` citations, in the
// order of the parts; each part keeps its first one before any part gets a second. Claims refer
// only to citations that were kept.
void WriteDraft(const Draft& draft, int max_citations, isnad::v1::AskResponse* response);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_RESPONSE_BUILDER_H_
