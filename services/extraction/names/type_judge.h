// Judges what the names that no gazetteer settles are: people, organisations, products or places.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_JUDGE_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_JUDGE_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_contexts.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Adds up what speaks for each type: whoever found the name, the words beside it and its own words,
// names that it is joined to by a conjunction, and the same for all places of the name in the text.
// A name changes its type when another has clearly more. Refers to its arguments.
class TypeJudge {
 public:
  TypeJudge(const NameLexicon* lexicon, const NameContexts* contexts, const CueFinder* cues,
            const Analysis* analysis)
      : lexicon_(*lexicon), contexts_(*contexts), cues_(*cues), analysis_(*analysis) {}

  // `spans` are all names in text order. Of `doubtful`, gazetteer names that may be common words
  // and unseen words of type kUnknown, those join them for which enough speaks.
  void Judge(const std::vector<NameSpan>& doubtful, std::vector<NameSpan>* spans) const;

 private:
  // Of each token the name that ends right before it, or null.
  using NameEnds = std::vector<const NameSpan*>;
  // What speaks for a name in all its places, by its match key.
  struct Sum {
    TypeScores said{};
    int places = 0;
  };
  using NamesTogether = absl::flat_hash_map<std::string, Sum>;

  NameEnds EndsOf(const std::vector<NameSpan>& spans) const;
  TypeScores Evidence(const NameSpan& span, const NameEnds& ends) const;
  void AddObject(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const;
  const NameCue* CueOf(int first) const;
  bool ActsAsCompany(int at) const;
  bool IsPlaceOfPost(int at) const;
  const NameCue* KindWithComplement(const NameSpan& span, int* head) const;
  bool IsShareOf(int at) const;
  bool IsMembership(int at) const;
  bool EndsLikeCompany(const NameSpan& span) const;
  bool IsAllListed(TokenRange tokens) const;
  bool IsLoneUnknown(const NameSpan& span) const;
  int BehindParenthesis(int first, int next) const;
  void AddBefore(const NameSpan& span, const NameEnds& ends, TypeScores* scores) const;
  void AddBehind(const NameSpan& span, TypeScores* scores) const;
  bool OpensRelative(int verb) const;
  bool IsPostAtKind(int kind) const;
  bool FollowsPostAt(int first) const;
  absl::string_view LastWord(const NameSpan& span) const {
    return analysis_.tokens[span.tokens.end - 1].surface;
  }
  int HouseBefore(int first) const;
  void AddApposition(int comma, TypeScores* scores) const;
  void AddVerbBehind(const NameSpan& span, int at, TypeScores* scores) const;
  bool HasBelongings(const NameSpan& span) const;
  void AddOwn(const NameSpan& span, TypeScores* scores) const;
  bool JoinsNext(const NameSpan& span, const NameSpan& next) const;
  const NameSpan* NameBefore(int token, const NameEnds& ends) const;
  void TakeEntries(std::vector<NameSpan>* spans) const;
  NamesTogether Together(const std::vector<NameSpan>& doubtful, const NameEnds& ends) const;
  bool IsToldTogether(const NameSpan& span, const NamesTogether& together,
                      std::vector<NameSpan>* added) const;
  void AddRecurring(const std::vector<NameSpan>& doubtful, const NamesTogether& together,
                    TokenMask* recurring, std::vector<NameSpan>* added) const;
  void AddDoubtful(const std::vector<NameSpan>& doubtful, std::vector<NameSpan>* spans) const;
  void ReleaseKnown(std::vector<NameSpan>* spans) const;
  void SetTypes(std::vector<NameSpan>* spans) const;
  bool SamePassage(int a, int b) const {
    return analysis_.tokens[a].passage == analysis_.tokens[b].passage;
  }

  const NameLexicon& lexicon_;
  const NameContexts& contexts_;
  const CueFinder& cues_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_JUDGE_H_
