// Finds the names that the gazetteers know.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_GAZETTEER_MATCHER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_GAZETTEER_MATCHER_H_

#include <string>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Longest match from left to right over folded words, blind to spaces, hyphens and dots. Names that
// are also common words are returned only with evidence: quotation marks, a cue noun or a title
// beside them, Latin letters in an Arabic text, a capital inside an English sentence, or such
// evidence elsewhere in the text. Refers to the lexicon; thread-safe.
class GazetteerMatcher {
 public:
  explicit GazetteerMatcher(const NameLexicon* lexicon) : lexicon_(*lexicon) {}

  // In text order, not overlapping. Names left out for want of evidence go to `doubtful`.
  std::vector<NameSpan> Find(const Analysis& analysis, const CueFinder& cues,
                             std::vector<NameSpan>* doubtful) const;

 private:
  bool LongestAt(const Analysis& analysis, const CueFinder& cues, int token, NameSpan* span) const;
  bool IsOfCountry(const Analysis& analysis, int token) const;
  bool Accept(const Analysis& analysis, const CueFinder& cues, const AliasHit& hit,
              TokenRange tokens, NameSpan* span) const;
  bool SurnameAt(const Analysis& analysis, const CueFinder& cues, int token, NameSpan* span) const;
  static bool FollowsFirstName(const Analysis& analysis, const CueFinder& cues, int token);
  // Names that several entries have mean throughout a text what a noun of kind says of one of them:
  // "شركة غروك" and then "غروك".
  void SettleShared(const Analysis& analysis, const CueFinder& cues,
                    std::vector<NameSpan>* spans) const;

  const NameLexicon& lexicon_;
};

// The text is typed without capitals, except perhaps the first letter.
bool IsLowerCaseText(const Analysis& analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_GAZETTEER_MATCHER_H_
