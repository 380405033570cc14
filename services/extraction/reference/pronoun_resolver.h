// Finds what pronoun clitics stand for: رئيسها، انضمامه، عينته، قال إنه.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_PRONOUN_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_PRONOUN_RESOLVER_H_

#include <array>
#include <vector>

#include "services/extraction/reference/agreement.h"
#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Works on the discourse of one text; tokens must be visited in order. Singular pronouns only: for
// the others see group_resolver.h.
//
// Common nouns are the rivals of names: "الخطة وأهدافها" means the plan. So a pronoun is resolved
// only where its host says what kind of thing is meant (a noun that a company has, a verb that
// takes a person, a verb of speech before "إنه"), or where no noun that agrees stands in between.
class PronounResolver {
 public:
  explicit PronounResolver(Discourse* discourse) : discourse_(*discourse), rivals_(1) {}

  // Adds the mention of the pronoun on a token, if it is clear; notes who speaks.
  void Resolve(int token);

 private:
  struct Rule {
    const char* name = "";
    TypeSet types;  // empty: all
    double confidence = 0;
    int reach = 0;          // passages
    bool selected = false;  // the host tells the type
    double threshold = 0;
  };

  void NoteSpeech(int verb);
  // Who says what the last verb of speech introduces, or -1; `carried` tells that no subject stands
  // beside the verb.
  int Speaker(bool* carried) const;
  int SubjectOf(int verb, bool* common) const;
  int SubjectOfClause(int token, TypeSet types) const;
  bool IsOfOrganization(int token) const;
  bool ReadRule(int token, Rule* rule) const;
  bool ResolveRelative(int token, Agreement pronoun, const Rule& rule, bool* blocked);
  bool ResolveSpeaker(int token, Agreement pronoun);
  bool ResolveJoined(int token, Agreement pronoun, const Rule& rule);
  bool IsComplementizer(int token) const;
  bool IsExpletive(int token) const;
  bool IsFreeHost(int token) const;
  int Rivals(int from, int to, WordGender pronoun, bool agents_only);
  bool IsAgent(int token) const;

  Discourse& discourse_;
  // Rivals before each token, masculine and feminine, of all nouns and of agents.
  std::vector<std::array<int, 4>> rivals_;
  int speech_verb_ = -1;      // last verb of speech
  int earlier_speaker_ = -1;  // who spoke at the verb of speech before
  int earlier_verb_ = -1;     // and that verb
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_PRONOUN_RESOLVER_H_
