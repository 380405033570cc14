// Makes facts of the participants that a frame found at a trigger.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_ASSEMBLY_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_ASSEMBLY_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/frame_mood.h"
#include "services/extraction/relations/participant_fit.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// What a frame found at one trigger so far.
struct FrameReading {
  FactRecord base;  // what all facts of the trigger share, without their ends
  Fillers subjects;
  Fillers objects;
  std::vector<ByteRange> taken;  // the words that fill slots
  // The words do not name the organisation that the frame's object is.
  bool open_organization = false;
  // Nothing in the sentence says whose it is, so that only a product that bears a name may tell.
  bool needs_product = false;

  // An end was found by what the text is about.
  void LowerForImpliedEnd();
};

// What the facts of the frame at the trigger share.
FactRecord BaseFact(const PhraseIndex& index, const CompiledFrame& frame, TokenRange trigger,
                    const FrameMood& mood);

// The role of a post that is no longer held, told by these words.
ArgumentRecord FormerRole(const Analysis& analysis, TokenRange words);

// A fact for each subject with each object that it may meet. An object that is not filled stands
// for none.
void AddFacts(const PhraseIndex& index, const ParticipantFit& fit, const CompiledFrame& frame,
              const FrameReading& reading, std::vector<FactRecord>* out);

// A fact for each two of the subjects: "X and Y compete".
void AddPairs(const PhraseIndex& index, const FrameReading& reading, std::vector<FactRecord>* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_ASSEMBLY_H_
