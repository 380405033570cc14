// Who speaks: the participant behind a reporting verb.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEAKER_FINDER_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEAKER_FINDER_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_phrases.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {

// Words that open what was said: أن، إن، بأنه.
bool IsThatWord(const Token& token);

// Borrows everything it is given. Stateless between calls.
class SpeakerFinder {
 public:
  SpeakerFinder(const PhraseIndex* index, const SlotFiller* filler,
                const std::vector<RolePhrase>* roles)
      : index_(*index), analysis_(index->analysis()), filler_(*filler), roles_(*roles) {}

  // The subject of the reporting verb at a token: a person by name behind any titles, an
  // organisation, or a group by its words ("محللون في غولدمان ساكس", "متحدث باسم X"). `last` is who
  // spoke before, for verbs that go on without a subject ("وأضاف أن"). Not filled when nobody fits.
  ArgumentRecord Of(int verb, const ArgumentRecord& last) const;

  // What the words of a speaker make of a claim: an outlet, somebody named or nobody named.
  AttributionRecord AttributionOf(const ArgumentRecord& speaker) const;

  // The token behind a title that goes with the speaker who ends right before the token, past a
  // comma on either side; the token itself without.
  int PastTitle(int token) const;

  // The noun phrase that starts at a token, read as somebody who speaks.
  ArgumentRecord PhraseSpeaker(int from) const;

  // The first person before the verb in its passage that no preposition governs.
  ArgumentRecord SubjectOfPassage(int verb) const;

 private:
  // The organisation behind "a report published by X", "a statement of X"; -1 when there is none.
  int Publisher(int verb) const;
  // End of the noun phrase that starts at a token, prepositional attributes included.
  int PhraseEnd(int from) const;
  bool GovernsGenitive(int token) const;
  // Whether a token goes on with the noun phrase that starts at `from`.
  bool Continues(int token, int from) const;
  // Who stands right before the verb: "X قال", "باحثو X يرون", "X الذي قال".
  ArgumentRecord Before(int verb) const;
  // The person named behind a title that starts at a token, or -1.
  int NamedBehindTitle(int from) const;
  // Whom an agency quotes: "نقلت رويترز عن X قوله".
  ArgumentRecord Quoted(int verb) const;
  ArgumentRecord FromMention(int mention) const;
  // Words for somebody without a name; the house that a spokesman speaks for.
  ArgumentRecord FromWords(TokenRange words) const;
  // The mention of the house whose spokesman the words are, -1 without.
  int SpokenFor(TokenRange words) const;
  bool IsHouse(int mention) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const SlotFiller& filler_;
  const std::vector<RolePhrase>& roles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_SPEAKER_FINDER_H_
