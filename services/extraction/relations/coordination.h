// Names that are coordinated over what stands between them.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_COORDINATION_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_COORDINATION_H_

#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// The person who follows another one behind that one's apposition: "X, the former engineer at Y,
// and his colleague Z". `mention` is the first person; returns the mention of the next, or -1.
int PersonPastApposition(const PhraseIndex& index, const RoleIndex& roles, int mention);

// The organisation of the last leading job title before a token in its sentence and the one before,
// former titles left aside, as a mention; -1 when none is
// found. Somebody who takes up or leaves a post right after does so there.
int PostedOrganization(const PhraseIndex& index, const RoleIndex& roles, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_COORDINATION_H_
