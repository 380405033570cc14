// Whether a frame at a trigger asserts, denies, plans or alleges what it tells of.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MOOD_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MOOD_H_

#include "absl/types/optional.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

struct FrameMood {
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
};

// The mood of the words around the trigger (`mood.h`), as the frame's type takes it: a title is
// held whatever happens to its bearer, what was put off is still to come. Empty when in that mood
// the frame claims nothing.
absl::optional<FrameMood> MoodOfFrame(const PhraseIndex& index, const CompiledFrame& frame,
                                      const TriggerSite& site);

// Whether the trigger is a verb that tells of a time that is over.
bool IsPast(const PhraseIndex& index, const TriggerSite& site);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MOOD_H_
