// Judges what the names that no gazetteer settles are: people, organisations, products or places.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_JUDGE_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_JUDGE_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_contexts.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"
#include "services/extraction/names/type_evidence.h"

namespace isnad::extraction {

// Adds up what speaks for each type: whoever found the name, the words beside it and its own words,
// names that it is joined to by a conjunction, and the same for all places of the name in the text.
// A name changes its type when another has clearly more. Refers to its arguments.
class TypeJudge {
 public:
  TypeJudge(const NameLexicon* lexicon, const NameContexts* contexts, const CueFinder* cues,
            const Analysis* analysis)
      : lexicon_(*lexicon),
        contexts_(*contexts),
        analysis_(*analysis),
        evidence_(lexicon, contexts, cues, analysis) {}

  // `spans` are all names in text order. Of `doubtful`, gazetteer names that may be common words
  // and unseen words of type kUnknown, those join them for which enough speaks.
  void Judge(const std::vector<NameSpan>& doubtful, std::vector<NameSpan>* spans) const;

 private:
  // What speaks for a name in all its places, by its match key.
  struct Sum {
    TypeScores said{};
    int places = 0;
  };
  using NamesTogether = absl::flat_hash_map<std::string, Sum>;

  void TakeEntries(std::vector<NameSpan>* spans) const;
  NamesTogether Together(const std::vector<NameSpan>& doubtful, const NameEnds& ends) const;
  bool IsToldTogether(const NameSpan& span, const NamesTogether& together,
                      std::vector<NameSpan>* added) const;
  void AddRecurring(const std::vector<NameSpan>& doubtful, const NamesTogether& together,
                    TokenMask* recurring, std::vector<NameSpan>* added) const;
  void AddDoubtful(const std::vector<NameSpan>& doubtful, std::vector<NameSpan>* spans) const;
  absl::flat_hash_set<absl::string_view> KnownIn(const std::vector<NameSpan>& spans) const;
  static bool IsOfUnnamedHouse(const LexiconEntry& entry,
                               const absl::flat_hash_set<absl::string_view>& known);
  void ReleaseKnown(std::vector<NameSpan>* spans) const;
  void SetTypes(std::vector<NameSpan>* spans) const;
  absl::string_view LastWord(const NameSpan& span) const {
    return analysis_.tokens[span.tokens.end - 1].surface;
  }
  bool SamePassage(int a, int b) const {
    return analysis_.tokens[a].passage == analysis_.tokens[b].passage;
  }

  const NameLexicon& lexicon_;
  const NameContexts& contexts_;
  const Analysis& analysis_;
  TypeEvidence evidence_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_TYPE_JUDGE_H_
