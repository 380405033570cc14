// Whether the words around a trigger assert, deny, plan or allege.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_MOOD_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_MOOD_H_

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

struct Mood {
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
};

// Reads negation (لم، لن، ليس، عدم، نفى), future and plans (سـ، سوف، يعتزم، من المقرر), attempts
// (حاول، محاولة) and hearsay (يقال، زعم، شائعات) before the trigger, inside its clause.
Mood MoodOf(const PhraseIndex& index, TokenRange trigger);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_MOOD_H_
