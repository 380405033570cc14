// What the words beside a name, and its own, say of its type.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_EVIDENCE_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_EVIDENCE_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_contexts.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// The rule of names that were found because they recur.
inline constexpr char kRecurringName[] = "recurring";

// Of each token the name that ends right before it, or null.
using NameEnds = std::vector<const NameSpan*>;

// Reads one place of a name at a time: the noun of kind before it, the verb that it acts by or is
// acted upon, posts held there, what it is called behind a comma, what belongs to it, its first and
// last words. Refers to its arguments.
class TypeEvidence {
 public:
  TypeEvidence(const NameLexicon* lexicon, const NameContexts* contexts, const CueFinder* cues,
               const Analysis* analysis)
      : lexicon_(*lexicon), contexts_(*contexts), cues_(*cues), analysis_(*analysis) {}

  NameEnds EndsOf(const std::vector<NameSpan>& spans) const;
  // What speaks for each type; `ends` are of all names found.
  TypeScores Of(const NameSpan& span, const NameEnds& ends) const;
  // Whether only a conjunction, and quotation marks, stand between two names.
  bool JoinsNext(const NameSpan& span, const NameSpan& next) const;
  // The name before a token, past quotation marks and a conjunction; or null.
  const NameSpan* NameBefore(int token, const NameEnds& ends) const;
  // Whether the name is one word that no dictionary has and nobody is called by.
  bool IsLoneUnknown(const NameSpan& span) const;

 private:
  void AddObject(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const;
  const NameCue* CueOf(int first) const;
  bool ActsAsCompany(int at) const;
  bool IsPartnership(int at) const;
  bool IsLeft(int at) const;
  bool IsPlaceOfPost(int at) const;
  const NameCue* KindWithComplement(const NameSpan& span, int* head) const;
  bool IsShareOf(int at) const;
  bool IsMembership(int at) const;
  bool EndsLikeCompany(const NameSpan& span) const;
  bool IsAllListed(TokenRange tokens) const;
  int BehindParenthesis(int first, int next) const;
  void AddBefore(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const;
  void AddBehind(const NameSpan& span, TypeScores* scores) const;
  bool OpensRelative(int verb) const;
  bool FollowsOwnBuilding(int at) const;
  bool IsInPartOfLand(int next) const;
  bool IsPostAtKind(int kind) const;
  bool FollowsPostAt(int first) const;
  int HouseBefore(int first) const;
  void AddApposition(int comma, TypeScores* scores) const;
  void AddVerbBehind(const NameSpan& span, int at, TypeScores* scores) const;
  bool HasBelongings(const NameSpan& span) const;
  void AddOwn(const NameSpan& span, TypeScores* scores) const;
  bool SamePassage(int a, int b) const {
    return analysis_.tokens[a].passage == analysis_.tokens[b].passage;
  }

  const NameLexicon& lexicon_;
  const NameContexts& contexts_;
  const CueFinder& cues_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_EVIDENCE_H_
