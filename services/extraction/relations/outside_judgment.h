// What people from outside say of a house in a few quoted words.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_OUTSIDE_JUDGMENT_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_OUTSIDE_JUDGMENT_H_

#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/speech.h"

namespace isnad::extraction {

// "The analyst X says that the company «sells dates»", "the union says the step «...»": the words
// for the house or its deed, before the quotation; empty where somebody of no such calling speaks,
// more is said or what is quoted is praise. Reporters quote a predicate alone to leave a judgment
// with who passed it.
TokenRange JudgedFromOutside(const PhraseIndex& index, const RoleIndex& roles,
                             const Speech& speech);

// "The union called the plan «an uprooting»": whether somebody of such a calling describes
// something in quoted words, and those are no praise.
bool DescribesFromOutside(const PhraseIndex& index, const RoleIndex& roles, const Speech& speech);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_OUTSIDE_JUDGMENT_H_
