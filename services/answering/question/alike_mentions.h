// Names of the question that the store spells in a way that no key leads to.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_ALIKE_MENTIONS_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_ALIKE_MENTIONS_H_

#include <vector>

#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// Matches for the unlinked names among the mentions of the passages found, at most one per name.
// Few names stand there, so that likeness is judged with more patience than in the whole store.
std::vector<isnad::v1::EntityMatch> FindAlikeMentions(
    const EntityLinks& links, const std::vector<isnad::v1::PassageHit>& hits);

// For names in Latin letters that neither the store nor any mention links: adds the spelling of the
// likest run of proper nouns in the passages to the reading's keys and terms. Whether any was
// added.
bool AddAlikeWords(const EntityLinks& links, const std::vector<isnad::v1::PassageHit>& hits,
                   isnad::v1::QuestionAnalysis* reading);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_ALIKE_MENTIONS_H_
