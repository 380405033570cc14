// Whether the words around a trigger assert, deny, plan or allege.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_MOOD_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_MOOD_H_

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

struct Mood {
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
  // A condition, a supposition or a question of yes or no: nothing is claimed.
  bool unreal = false;
  // What the trigger names was put off ("أرجأت إطلاق").
  bool postponed = false;
  // Planned only because a date to come follows.
  bool dated_ahead = false;
};

// Reads negation (لم، لن، ليس، عدم، نفى), what came to nothing (ألغت، فشل), future and plans (سـ،
// سوف، يعتزم، من المقرر، a date to come), attempts (حاول، محادثات) and hearsay (يقال، زعم، شائعات)
// before the trigger, as far as they govern it: a perfect verb is under no plan, and another
// perfect verb before a noun or an imperfect shuts off what stands before that.
Mood MoodOf(const PhraseIndex& index, TokenRange trigger);

// Whether the word is a masdar spelled like a perfect, object of the verb of intent before it:
// "تعتزم X طرح Y".
bool IsIntendedMasdar(const PhraseIndex& index, int word);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_MOOD_H_
