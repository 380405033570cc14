// Whether participants that were found are such as a frame's type can have.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTICIPANT_FIT_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTICIPANT_FIT_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Borrows the index. Stateless between calls.
class ParticipantFit {
 public:
  explicit ParticipantFit(const PhraseIndex* index)
      : index_(*index), analysis_(index->analysis()) {}

  // Whether the house is where somebody goes: "left for X", "left to join X".
  bool IsGoal(const ArgumentRecord& house) const;

  // Whether the words of an end are an adjective and nothing else: what they tell of is not named.
  bool IsOnlyAdjective(const ArgumentRecord& end) const;
  // Whether that adjective has the article, and so is of a name before it: "the lab X [which
  // belongs] to it".
  bool IsDefiniteAdjective(const ArgumentRecord& end) const;

  // Whether a person, named as the one who acts, only speaks for a house that does: he was named in
  // another sentence, or says or denies it.
  bool ActsForHouse(const CompiledFrame& frame, const TriggerSite& site,
                    const ArgumentRecord& subject) const;

  // Whether a figure is of all those there are: "the staff, whose number is 640", "out of 3,900".
  bool CountsAll(const ArgumentRecord& count) const;

  // Whether "investment" is a kind of house ("a company of investment") or what somebody gets ("won
  // an investment of 20 million"), rather than what the subject does.
  bool IsForeignInvestment(const CompiledFrame& frame, const TriggerSite& site) const;

  // Whether the share that the words give fits the type: who buys less than half of a house does
  // not take it over, who buys more does not only invest in it.
  bool ShareFits(const CompiledFrame& frame, const std::vector<ArgumentRecord>& roles) const;

  // Whether the subject is a union or association.
  bool IsUnion(const ArgumentRecord& subject) const;

  // Whether the two can be the ends of one fact: they are not the same, nor rivals of unlike kinds.
  bool MayMeet(const CompiledFrame& frame, const ArgumentRecord& subject,
               const ArgumentRecord& object) const;

  // Widens the name to what is meant: "the office of X in Y" is founded, not X.
  void NameOffice(ArgumentRecord* argument) const;

 private:
  bool IsChange(int value) const;
  // People compete with people, organisations and products with their like.
  bool AreRivals(const CompiledFrame& frame, const ArgumentRecord& a,
                 const ArgumentRecord& b) const;

  // Whether the person does something to the group of people named next, rather than moves:
  // "tempted X engineers to join".
  bool ActsOnGroup(const ArgumentRecord& person) const;

  // Houses are partners of houses, people of people: whom a house signs up works there.
  bool ArePartners(const CompiledFrame& frame, const ArgumentRecord& a,
                   const ArgumentRecord& b) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTICIPANT_FIT_H_
