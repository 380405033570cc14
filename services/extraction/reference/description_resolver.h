// Finds what definite descriptions stand for: الشركة، عملاق التكنولوجيا، الأخير.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_DESCRIPTION_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_DESCRIPTION_RESOLVER_H_

#include <string>
#include <vector>

#include "services/extraction/reference/antecedent_chooser.h"
#include "services/extraction/reference/clause_subjects.h"
#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Works on the discourse of one text, which must outlive it.
class DescriptionResolver {
 public:
  DescriptionResolver(Discourse* discourse, AntecedentChooser* chooser)
      : discourse_(*discourse), chooser_(*chooser), subjects_(discourse) {}

  // Adds the mention of a description that starts at a token; false when none is resolved there.
  bool Resolve(int token);

  // Entity of the description that starts at a token, or -1; adds nothing.
  int ReferentAt(int token) const;

  // Rules for reuse: whether the weights leave no doubt who is meant, and with what confidence.
  // Returns the entity or -1.
  static int Choose(const std::vector<Referent>& ranked, double margin, double* confidence);

 private:
  struct Reading {
    int description = -1;
    TokenRange tokens;
    int stripped_letters = 0;
    double confidence = 0;
    std::string nationality;
    bool startup = false;
    bool fresh = false;   // "الشركة الجديدة"
    bool parent = false;  // "الشركة الأم"
    int part = -1;        // entity whose owner is meant
  };

  bool ReadPhrase(int token, Reading* reading) const;
  bool ReadTrade(int token, Reading* reading) const;
  bool IsCommonNoun(int token) const;
  bool ReadNoun(int token, Reading* reading) const;
  bool ReadNounAs(int token, int description, int stripped_letters, Reading* reading) const;
  bool ReadOwner(int token, Reading* reading) const;
  bool ReadModifiers(int noun, Reading* reading) const;
  bool IsBlockedBefore(int token) const;
  bool NameFollows(int token, EntityType type) const;
  // Whether the word before is a verb that houses are the object of.
  bool FollowsVerbUponHouses(int token) const;
  int EntityBehind(int token) const;
  int PartAfter(int token) const;
  int OwnerOf(int entity) const;
  int Referent(const Reading& reading, std::string* rule, double* confidence,
               ReferenceDecision* decision) const;
  int BearerOfPostAt(int house, int token, WordGender gender) const;
  bool ResolveLatter(int token);
  int Joined(int token) const;
  int Identified(int token) const;
  bool TellsMore(int noun) const;

  Discourse& discourse_;
  AntecedentChooser& chooser_;
  const ClauseSubjects subjects_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_DESCRIPTION_RESOLVER_H_
