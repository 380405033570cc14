// Sentences in which somebody speaks for his own house.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_FIRST_PERSON_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_FIRST_PERSON_H_

#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the passage says "we": what it tells is of the house whose head is interviewed.
bool SpeaksOfOwnHouse(const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_FIRST_PERSON_H_
