// Who acts upon what a description stands for, and so cannot be meant by it.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_ACTOR_UPON_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_ACTOR_UPON_H_

#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Entity that does something to what stands at a token: X in "X ستشتري الشركة", "شراء X الشركة",
// "استحواذ X على الشركة", "تزود X الشركة". -1 where the words do not tell.
int ActorUpon(const Discourse& discourse, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_ACTOR_UPON_H_
