// Matches frames at the tokens of one passage.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MATCHER_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MATCHER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/mood.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Borrows everything it is given.
class FrameMatcher {
 public:
  FrameMatcher(const PhraseIndex* index, const FrameLexicon* frames, const SlotFiller* filler,
               const RoleIndex* roles)
      : index_(*index),
        analysis_(index->analysis()),
        frames_(*frames),
        filler_(*filler),
        roles_(*roles) {}

  // Facts of one passage except reported speech, in text order.
  std::vector<FactRecord> Match(int passage) const;

 private:
  void MatchFrame(const CompiledFrame& frame, TriggerSite site, std::vector<FactRecord>* out) const;
  void MatchTitle(const RolePhrase& role, std::vector<FactRecord>* out) const;
  bool ConstructionFits(const CompiledFrame& frame, int token) const;
  bool OpensClause(int token) const;
  bool FollowsInPost(int token) const;
  bool WordsFit(const CompiledFrame& frame, TokenRange trigger) const;
  bool IsGenitiveMasdar(int token) const;
  void KeepBestReading(std::vector<FactRecord>* facts) const;
  // Whether a word that the frame asks for stands before the trigger.
  bool Precedes(const CompiledFrame& frame, int trigger) const;
  // Who makes a product that came out or is to, as the lexicon knows, when the text names them.
  Fillers MakerOf(const CompiledFrame& frame, const Fillers& products,
                  const TriggerSite& site) const;
  // People compete with people, organisations and products with their like.
  bool AreRivals(const CompiledFrame& frame, const ArgumentRecord& a,
                 const ArgumentRecord& b) const;
  // A fact for each two of them: "X and Y compete".
  void AddPairs(const FactRecord& base, const Fillers& members, int passage,
                std::vector<FactRecord>* out) const;
  // People in the list items below a passage that ends by announcing them.
  Fillers FromListItems(int passage, const FillerSet& types) const;
  // Whether the verb has an object that is no organisation: "left the door open".
  bool HasOtherObject(const CompiledFrame& frame, const TriggerSite& site,
                      const std::vector<ByteRange>& taken) const;
  // "The office of X in Y" is founded, not X.
  void NameOffice(ArgumentRecord* argument) const;
  // The organisation that the sentence names as the source of what it tells: "was put off, as the
  // company X announced".
  Fillers Announcer(const TriggerSite& site) const;
  // Whether the event noun says what something else is for: "an agreement to build".
  bool IsPurpose(const TriggerSite& site) const;
  // Whether the verb tells of a time that is over.
  bool IsPast(const TriggerSite& site) const;
  // Whether the frame's organisation may go without saying.
  bool MayImplyOrganization(const CompiledFrame& frame, const TriggerSite& site) const;
  // Whether the words right behind the verb name another subject than the one carried over.
  bool NamesOtherSubject(const CompiledFrame& frame, const TriggerSite& site,
                         const Fillers& subjects, const Fillers& objects) const;
  // Whether the house is where somebody goes: "left for X", "left to join X".
  bool IsGoal(const ArgumentRecord& house) const;
  // Whether the words of an end are an adjective and nothing else: what they tell of is not named.
  bool IsOnlyAdjective(const ArgumentRecord& end) const;
  // Whether what the title is of, if anything, is only a field: "head of operations".
  bool SaysOfNothing(const RolePhrase& role) const;
  // Whether the words give a post without the organisation that it is in.
  bool NamesOwnPost(const CompiledFrame& frame, const TriggerSite& site) const;
  // The organisation that an unnamed end most likely is, unless the other end is it. `type` is that
  // of a fact whose object is looked for, empty for a subject.
  Fillers ImpliedOrganization(TriggerSite site, const ArgumentRecord& other,
                              absl::string_view type) const;
  // An end that the words do not name.
  ArgumentRecord ImpliedBy(int mention) const;
  // Whether a person, named as the one who acts, only speaks for a house that does: he was named in
  // another sentence, or says or denies it.
  bool ActsForHouse(const CompiledFrame& frame, const TriggerSite& site,
                    const ArgumentRecord& subject) const;
  // Whether the subject is a union or association.
  bool IsUnion(const ArgumentRecord& subject) const;
  // "X, who led the research at Y": Y; empty without.
  Fillers OrganizationInRelative(const ArgumentRecord& person) const;
  // "moved to Y, where he took the lead of a team": the organisation moved to, or -1.
  int GoalBefore(int token) const;
  FactRecord NewFact(const CompiledFrame& frame, TokenRange trigger, const Mood& mood) const;
  // The clause around the trigger and the roles.
  ByteRange QuoteAround(const FactRecord& fact, int passage) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameLexicon& frames_;
  const SlotFiller& filler_;
  const RoleIndex& roles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_MATCHER_H_
