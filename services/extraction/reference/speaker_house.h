// Whom "the company" means in what somebody of a company says.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_SPEAKER_HOUSE_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_SPEAKER_HOUSE_H_

#include "services/extraction/reference/clause_subjects.h"
#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// "X, the founder of Y, announced that the group would": Y, for a description at `token`. The
// organisation of the post that the text gives to who says the clause; -1 when the clause is not
// reported, who says it has no such post, or the clause names another organisation before.
int HouseOfSpeaker(const Discourse& discourse, const ClauseSubjects& subjects, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_SPEAKER_HOUSE_H_
