// Finds what pronoun clitics stand for: رئيسها، انضمامه، عينته، قال إنه.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_PRONOUN_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_PRONOUN_RESOLVER_H_

#include <string>

#include "services/extraction/reference/agreement.h"
#include "services/extraction/reference/antecedent_chooser.h"
#include "services/extraction/reference/clause_subjects.h"
#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Works on the discourse of one text; tokens must be visited in order. Singular pronouns only: for
// the others see group_resolver.h.
//
// Common nouns are the rivals of names: "الخطة وأهدافها" means the plan. So nobody that is named is
// a candidate as well, see antecedent_model.h.
class PronounResolver {
 public:
  PronounResolver(Discourse* discourse, AntecedentChooser* chooser)
      : discourse_(*discourse), chooser_(*chooser), subjects_(chooser->subjects()) {}

  // Adds the mention of the pronoun on a token, if it is clear; notes who speaks.
  void Resolve(int token);

 private:
  void NoteSpeech(int verb);
  // Who says what the last verb of speech introduces, or -1; `carried` tells that no subject stands
  // beside the verb.
  int Speaker(bool* carried) const;
  int SpeakerAt(int token, WordGender gender) const;
  bool IsOfOrganization(int token) const;
  int OwnedBefore(int token) const;
  int RivalNamedBehind(int token) const;
  int AnnouncerAt(int token) const;
  int ActorOfRelative(const ReferenceSite& site) const;
  bool IsExpletive(int token) const;
  bool PointsForward(int token) const;
  bool IsFreeHost(int token) const;
  bool ReadHost(ReferenceSite* site) const;
  void NoteHouse(int host, int house) const;
  int HouseMeant(int host, int owner) const;
  int BesideKin(int host) const;
  void ReadRelative(ReferenceSite* site) const;
  static std::string RuleOf(const ReferenceSite& site, int entity);

  Discourse& discourse_;
  AntecedentChooser& chooser_;
  const ClauseSubjects& subjects_;
  int speech_verb_ = -1;      // last verb of speech
  int earlier_speaker_ = -1;  // who spoke at the verb of speech before
  int earlier_verb_ = -1;     // and that verb
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_PRONOUN_RESOLVER_H_
