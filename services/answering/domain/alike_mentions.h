// Names of the question that the store spells in a way that no key leads to.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_ALIKE_MENTIONS_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_ALIKE_MENTIONS_H_

#include <vector>

#include "isnad/v1/fact_service.pb.h"
#include "services/answering/domain/entity_links.h"

namespace isnad::answering {

// Matches for the unlinked names among the mentions of the passages found, at most one per name.
// Few names stand there, so that likeness is judged with more patience than in the whole store.
std::vector<isnad::v1::EntityMatch> FindAlikeMentions(
    const EntityLinks& links, const std::vector<isnad::v1::PassageHit>& hits);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_ALIKE_MENTIONS_H_
