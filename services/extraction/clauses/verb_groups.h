// Verbs with the particles and auxiliaries that set their time and negate them.

#ifndef ISNAD_SERVICES_EXTRACTION_CLAUSES_VERB_GROUPS_H_
#define ISNAD_SERVICES_EXTRACTION_CLAUSES_VERB_GROUPS_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

enum class GroupTense {
  kUnknown,
  kPast,            // perfect; imperfect behind لم
  kPresent,         // imperfect
  kFuture,          // behind سوف, سـ or لن
  kPastContinuous,  // imperfect behind كان
  kPluperfect,      // perfect behind كان
  kImperative
};

struct VerbGroup {
  TokenRange tokens;  // from the first particle to the verb, or the event noun of تم
  int verb = -1;      // the token that says what happens
  GroupTense tense = GroupTense::kUnknown;
  bool negated = false;
  bool passive = false;  // by its spelling, or by تم and جرى before an event noun
};

// The verb groups of a range of tokens, in order. كان belongs to the verb behind it, with the
// subject between them if there is one ("كانت الشركة تخطط"); alone it is a verb as any other.
std::vector<VerbGroup> VerbGroupsIn(const Analysis& analysis, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CLAUSES_VERB_GROUPS_H_
