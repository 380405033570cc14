// Matches frames at the tokens of one passage.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MATCHER_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MATCHER_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_assembly.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_fit.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/house_objections.h"
#include "services/extraction/relations/implied_participants.h"
#include "services/extraction/relations/other_participants.h"
#include "services/extraction/relations/participant_fit.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/thing_objections.h"

namespace isnad::extraction {

// Borrows everything it is given. Stateless between calls.
class FrameMatcher {
 public:
  FrameMatcher(const PhraseIndex* index, const FrameWords* words, const SlotFiller* filler,
               const RoleIndex* roles)
      : index_(*index),
        analysis_(index->analysis()),
        words_(*words),
        filler_(*filler),
        roles_(*roles),
        frame_fit_(index, words),
        participant_fit_(index),
        implied_(index, filler, roles),
        others_(index, roles),
        house_objections_(index, roles),
        thing_objections_(index) {}

  // Facts of one passage except reported speech, in text order.
  std::vector<FactRecord> Match(int passage) const;

 private:
  enum class Filled {
    kNo,     // a slot without which there is no fact stayed empty
    kYes,    // all slots that need to be
    kPairs,  // the subjects act on each other
  };

  // Facts of the frames that a token triggers, the titles that begin at it left aside.
  std::vector<FactRecord> ReadTrigger(int token) const;
  // Whether the token can be a verb of the frame's voice.
  bool VoiceFits(const CompiledFrame& frame, int token) const;
  void MatchTitle(const RolePhrase& role, std::vector<FactRecord>* out) const;
  void MatchFrame(const CompiledFrame& frame, TriggerSite site, std::vector<FactRecord>* out) const;

  // The steps of MatchFrame, in their order.
  Filled FillSlots(const CompiledFrame& frame, const TriggerSite& site,
                   FrameReading* reading) const;
  // Gives an end that is told by reference, and would be the same as the other one, to the house in
  // question.
  void TellEndsApart(const TriggerSite& site, FrameReading* reading) const;
  // Finds whoever follows somebody where the one followed was taken for him.
  void SettleSuccessor(const CompiledFrame& frame, const TriggerSite& site,
                       Fillers* subjects) const;
  // False when nobody acts.
  bool SettleSubject(const CompiledFrame& frame, const TriggerSite& site,
                     FrameReading* reading) const;
  // Whether a layoff or appointment opens an item of a list.
  bool OpensItem(const CompiledFrame& frame, const TriggerSite& site) const;
  // Whether another verb stands between the trigger and an end after it.
  bool StandsBehindVerb(const ArgumentRecord& end, const TriggerSite& site) const;
  // Whether the words around the trigger or the type of the frame speak against the participants.
  bool IsContradicted(const CompiledFrame& frame, const TriggerSite& site,
                      const FrameReading& reading) const;
  // Whether the objects are things that the frame's type happens to.
  bool ObjectsFit(const CompiledFrame& frame, const Fillers& objects) const;
  // Finds the organisation that goes without saying, if it may.
  void ImplyOrganization(const CompiledFrame& frame, const TriggerSite& site,
                         FrameReading* reading) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameWords& words_;
  const SlotFiller& filler_;
  const RoleIndex& roles_;
  const FrameFit frame_fit_;
  const ParticipantFit participant_fit_;
  const ImpliedParticipants implied_;
  const OtherParticipants others_;
  const HouseObjections house_objections_;
  const ThingObjections thing_objections_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MATCHER_H_
