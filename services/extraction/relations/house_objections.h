// What the words around a house or person say against its being an end of a fact.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_HOUSE_OBJECTIONS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_HOUSE_OBJECTIONS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_assembly.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Borrows what it is given. Stateless between calls.
class HouseObjections {
 public:
  HouseObjections(const PhraseIndex* index, const RoleIndex* roles)
      : index_(*index), analysis_(index->analysis()), roles_(*roles) {}

  // Whether an end that is a house or a person does not take part in what the frame tells.
  bool SpeakAgainst(const CompiledFrame& frame, const TriggerSite& site,
                    const FrameReading& reading) const;

 private:
  // Token of the mention of an end, -1 for ends that are none or are told by a pronoun.
  int NameOf(const ArgumentRecord& end) const;
  // A ministry, government, court or central bank.
  bool IsOfState(const ArgumentRecord& end) const;
  // Whether a state would compete, belong to a house, be bought or be counted where it only counts.
  bool ActsLikeFirm(const CompiledFrame& frame, const FrameReading& reading) const;
  // "graduated [تخرج] from the faculty": spelled like a departure.
  bool Graduates(int verb) const;
  // "joined the university X to go on with her studies".
  bool IsOfStudies(const TriggerSite& site, const ArgumentRecord& school) const;
  // "at the initiative of X", "smaller than X": what "of" or "than" belongs to is no origin.
  bool IsNoOrigin(const ArgumentRecord& house) const;
  // "The court had [كانت المحكمة قد] convicted X": another one than the name behind the verb acts.
  bool AnotherHadActed(const TriggerSite& site, const ArgumentRecord& subject) const;
  // "its customers, who bought X": people of whom none is named.
  bool PeopleAct(const TriggerSite& site, const ArgumentRecord& subject) const;
  // "such as X, which belongs to [التابع لـ] Y": Y is where something else belongs.
  bool BelongsElsewhere(const TriggerSite& site, const ArgumentRecord& object) const;
  // "over the accounts of X", "equipped with X": the trigger in another sense.
  bool IsOtherSense(const CompiledFrame& frame, const TriggerSite& site) const;
  // "made it to compete with X": whom something is made against gets nothing.
  bool IsAgainst(const ArgumentRecord& house) const;
  // Examples of others, an outlet in mind, people without a name: no partners.
  bool IsNoPartner(const TriggerSite& site, const FrameReading& reading) const;
  // "[graduated] Doctor X from Y": how somebody is addressed, and no post at Y.
  bool IsCourtesy(const TriggerSite& site, const FrameReading& reading) const;
  // "led by the minister X", whose post is another one.
  bool IsOfficerOfState(const ArgumentRecord& person) const;
  // "bought the rights of X", "planes of X": not the house.
  bool BuysThings(const TriggerSite& site, const ArgumentRecord& object) const;
  // "the minister of investment", "a seminar about investment".
  bool IsFieldOnly(const CompiledFrame& frame, const TriggerSite& site,
                   const FrameReading& reading) const;
  // "appointed minister": a post of the state, at no house that goes without saying.
  bool GivesPostOfState(const CompiledFrame& frame, const TriggerSite& site,
                        const FrameReading& reading) const;
  // "the grants that were not paid", "the rest goes back to": no person moves.
  bool ThingActs(const TriggerSite& site, const ArgumentRecord& person) const;
  // "X, head of a department, [told] the radio Y": to whom somebody speaks.
  bool IsAskedBy(const ArgumentRecord& person, const ArgumentRecord& house) const;
  // "a contract that costs it [يكلفها] 90 million": the house that pays, rather than the thing.
  bool PaysRatherThanCosts(const CompiledFrame& frame, const TriggerSite& site,
                           const ArgumentRecord& subject) const;
  // "a plant financed by X".
  bool OnlyFinances(const ArgumentRecord& house) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const RoleIndex& roles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_HOUSE_OBJECTIONS_H_
