// Participants of a frame that the words beside its trigger do not name, though the text does.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_IMPLIED_PARTICIPANTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_IMPLIED_PARTICIPANTS_H_

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Each participant names in `resolution_rule` how it was found. Borrows everything it is given.
// Stateless between calls.
class ImpliedParticipants {
 public:
  ImpliedParticipants(const PhraseIndex* index, const SlotFiller* filler, const RoleIndex* roles)
      : index_(*index), analysis_(index->analysis()), filler_(*filler), roles_(*roles) {}

  // Who makes a product that came out or is to, as the lexicon knows, when the text names them.
  Fillers MakerOf(const CompiledFrame& frame, const Fillers& products,
                  const TriggerSite& site) const;

  // The organisation that the sentence names as the source of what it tells: "was put off, as the
  // company X announced".
  Fillers Announcer(const TriggerSite& site) const;

  // Whether the frame's organisation may go without saying.
  bool MayImplyOrganization(const CompiledFrame& frame, const TriggerSite& site) const;

  // The organisation that an unnamed end most likely is, unless the other end is it. `type` is that
  // of a fact whose object is looked for, empty for a subject.
  Fillers ImpliedOrganization(const TriggerSite& site, const ArgumentRecord& other,
                              absl::string_view type) const;

  // The organisation in question that is not `entity`: for an end that a pronoun or description
  // would make the same as the other one. One that the clause names before the trigger, else its
  // setting, the one that the paragraph opens with, or what the text is about.
  Fillers OtherHouse(const TriggerSite& site, int entity) const;

  // "[his place] takes X", "that X, who came from Y, takes [her place]": the person right behind
  // the place or "that", as a mention; -1 without.
  int SuccessorOf(const TriggerSite& site) const;

  // Who raised the money of the round that the words at the trigger tell more of: "Y led the
  // round". The subject of the last verb of raising in the sentences before; else the organisation
  // that the text is about. None of `taken`.
  Fillers RaiserOfRound(const TriggerSite& site, const std::vector<ByteRange>& taken) const;

  // "who worked at Y before she left it [تغادرها]", "who spent years at Y before he joined it": the
  // house left is Y, the house joined is not, and whom the relative clause is about acts. Empties
  // or replaces what pronouns stood for.
  void SettleHouseBefore(const CompiledFrame& frame, const TriggerSite& site, Fillers* subjects,
                         Fillers* objects) const;

  // "the director of the hotel Z, X, resigned": whether a title beside a person is of something
  // that bears a name but is no known house, so that no other one is meant.
  bool HoldsPostOfUnknown(const ArgumentRecord& person) const;

  // "was appointed to his post [في منصبه]": whether the post is the one that was just spoken of.
  bool GivesOwnPost(const TriggerSite& site) const;

  // "X, who led the research at Y": Y; empty without.
  Fillers OrganizationInRelative(const ArgumentRecord& person) const;

 private:
  // Whether the words give a post without the organisation that it is in.
  bool NamesOwnPost(const CompiledFrame& frame, const TriggerSite& site) const;
  bool OnlyNamesUpTo(const TriggerSite& site, int token) const;
  bool FillsPostOfHouse(const TriggerSite& site) const;
  bool SaysWhere(int token, int end) const;
  // The first organisation in the words, outlets and `entity` left aside, as a mention; -1 without.
  int OtherHouseIn(TokenRange words, int entity) const;
  // The organisation that acts where the paragraph of a token opens, as a mention; -1 without.
  int OpeningHouse(int token) const;
  // Whether the sentence speaks of ministers and ministries: who goes or comes does so there.
  bool TellsOfState(int token) const;
  // "her resignation from the government", "his leaving of the service": no house in question.
  bool LeavesSomethingElse(const TriggerSite& site) const;
  // "takes the lead of the merged body": of something else than the house in question.
  bool LeadsOther(const TriggerSite& site) const;
  // Whether the words at a token are an office that needs no house beside it: "the finance
  // department [was given to X]", "the lead of the voice team".
  bool IsOfficeOfHouse(int token) const;
  // Whether the words around the trigger speak of a round as known: "the round", "in it".
  bool SpeaksOfKnownRound(const TriggerSite& site) const;
  // Whether a title says what its bearer does beyond where he is from or how well he is known.
  bool NamesField(const RolePhrase& role) const;
  // "the expert", "the independent researcher": nobody of the house in question.
  bool IsOutsider(const RolePhrase& role) const;
  // "the businessman", "the singer", "the Algerian president": a calling, or a post at no house.
  bool IsOfNoHouse(const RolePhrase& role) const;
  // Whether what the title is of, if anything, is only a field: "head of operations".
  bool SaysOfNothing(const RolePhrase& role) const;
  // The organisation named last before a token in its passage, outlets left aside and, for facts of
  // people's posts, those that are no house to leave or to get one in; -1 without.
  int NearestHouse(int token, absl::string_view type) const;
  // "moved to Y", "joined Y [التحق بـ]": where somebody went.
  bool IsGoal(int mention) const;
  // "who came from Y", "a former banker at Y", "to set up a fund by the name of Y".
  bool IsOriginOrNew(int mention) const;
  // "moved to Y, where he took the lead of a team": the organisation moved to, or -1.
  int GoalBefore(int token) const;
  // The entity of a mention, found by a rule.
  ArgumentRecord NamedBy(int mention, absl::string_view rule) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const SlotFiller& filler_;
  const RoleIndex& roles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_IMPLIED_PARTICIPANTS_H_
