// The organisation in which a passage is set: "وفي X، تواصل خروج كبار المسؤولين", "أبرز أرقام X:".

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PASSAGE_SETTING_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PASSAGE_SETTING_H_

#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// The mention that sets the scene of the words at a token: what an opening "in X," names in the
// passage of the token or, while nobody else is named at an opening, in one shortly before; for
// the items of a list, whom the words above the list name. -1 without.
int SettingOf(const PhraseIndex& index, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PASSAGE_SETTING_H_
