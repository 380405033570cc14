// Finds titles and cue nouns in a text, once for all rules that look beside names.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_CUE_FINDER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_CUE_FINDER_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/name_lexicon.h"

namespace isnad::extraction {

// The longest title and the longest cue noun that start at a token.
struct CueAtToken {
  int title_end = -1;  // one past the last token; -1 when none starts here
  int cue_end = -1;
  const NameCue* cue = nullptr;
};

// Titles and cue nouns of one text. Refers to the lexicon, which must outlive it.
class CueFinder {
 public:
  CueFinder(const NameLexicon& lexicon, const Analysis& analysis);

  const CueAtToken& at(int token) const { return at_[token]; }
  // A title, a cue noun or a part of one covers the token.
  bool covered(int token) const { return covered_[token]; }
  // The cue noun that ends right before `token`, or null.
  const NameCue* CueBefore(int token) const;
  // A title ends right before `token`.
  bool TitleEndsAt(int token) const { return title_ends_[token]; }

 private:
  void FindAt(const NameLexicon& lexicon, const Analysis& analysis, int token);

  std::vector<CueAtToken> at_;
  std::vector<bool> covered_;
  std::vector<bool> title_ends_;
  std::vector<const NameCue*> cue_ends_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_CUE_FINDER_H_
