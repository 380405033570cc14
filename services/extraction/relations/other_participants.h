// Participants that the words beside a verb name in ways that no slot reads, and that shut out
// those found farther off.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_OTHER_PARTICIPANTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_OTHER_PARTICIPANTS_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Borrows everything it is given. Stateless between calls.
class OtherParticipants {
 public:
  OtherParticipants(const PhraseIndex* index, const RoleIndex* roles)
      : index_(*index), analysis_(index->analysis()), roles_(*roles) {}

  // Whether the words right behind the verb name another subject than the one carried over.
  bool NamesOtherSubject(const CompiledFrame& frame, const TriggerSite& site,
                         const Fillers& subjects, const Fillers& objects) const;

  // Whether the verb has an object that is no organisation: "left the door open". `taken` is what
  // fills the frame's slots.
  bool HasOtherObject(const CompiledFrame& frame, const TriggerSite& site,
                      const std::vector<ByteRange>& taken) const;

 private:
  // "X moved to Y, and Z takes his place": whoever was named before is the one replaced.
  bool ReplacesWhomItNames(const TriggerSite& site, const ArgumentRecord& subject) const;
  // "X began to build a seat, and is to move there": an organisation acts in the same sentence, so
  // that nobody from another one does.
  bool HouseActsBefore(const TriggerSite& site) const;

  // All of these look at the token `i`, before `limit`, the end of its passage.
  int PastQuoteMarks(int i, int limit) const;
  // "in it": a preposition with a pronoun.
  bool IsPronounPhrase(int i, int limit) const;
  // "18 pilots", "most of them".
  bool CountsActors(int i, int limit) const;
  // A noun that is no known name, in the place of the subject.
  bool IsUnknownActor(int i, int limit) const;
  // A name, with no preposition, of another entity than this.
  bool NamesOther(int i, int limit, int entity) const;
  // A name that nobody knows in quotation marks, with the object behind it.
  bool QuotesActor(int i, int limit, const ArgumentRecord& object) const;
  // "the firm X": a definite noun of kind before what was taken for the object.
  bool OpensFirm(int i, int limit, const ArgumentRecord& object) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const RoleIndex& roles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_OTHER_PARTICIPANTS_H_
