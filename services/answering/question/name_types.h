// What kind of thing a name of the question is, beyond what its form makes it look like.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_NAME_TYPES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_NAME_TYPES_H_

#include "isnad/v1/question.pb.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// Two words in Latin letters that no lexicon has look like a person ("Cairn Bio"). Those that the
// store knows to be something else become that. Whether any did.
bool TypeAsStored(const EntityLinks& links, isnad::v1::QuestionAnalysis* reading);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_NAME_TYPES_H_
