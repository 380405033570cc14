// Finds titles and cue nouns in a text, once for all rules that look beside names.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_CUE_FINDER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_CUE_FINDER_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// The longest title and the longest cue noun that start at a token.
struct CueAtToken {
  int title_end = -1;  // one past the last token; -1 when none starts here
  int cue_end = -1;
  const NameCue* cue = nullptr;
};

// The noun of kind that a name is called by.
struct KindNoun {
  const NameCue* cue = nullptr;
  int token = -1;
  // Words between them say that the name is one: "باسم", "أطلق عليها".
  bool named = false;
};

// Titles and cue nouns of one text. Refers to its arguments, which must outlive it.
class CueFinder {
 public:
  CueFinder(const NameLexicon& lexicon, const Analysis& analysis);

  const CueAtToken& at(int token) const { return at_[token]; }
  // A title, a cue noun or a part of one covers the token.
  bool covered(int token) const { return covered_[token]; }
  // The cue noun that ends right before `token`, or null.
  const NameCue* CueBefore(int token) const;
  // Whether a title without article or pronoun ends right before `token`: "مدير X", where X may be
  // who is that or where it is held.
  bool BarePostEndsAt(int token) const;
  // Whether the token is an adjective of nationality with the article.
  bool IsNationality(int token) const;
  // What a quoted name is called whose opening mark is at `open`: the noun of kind that heads the
  // phrase there ("شركة الطيران منخفضة الكلفة «X»", "شركة جديدة للرقائق باسم «X»"), or that stands
  // in apposition ("شركتها، «X»"). Without a cue when there is none. Words of names in `taken`,
  // which may be null, end the phrase.
  KindNoun KindOfQuoted(int open, const TokenMask* taken) const;
  // A title ends right before `token`.
  bool TitleEndsAt(int token) const { return title_ends_[token]; }

 private:
  void FindAt(int token);

  const NameLexicon& lexicon_;
  const Analysis& analysis_;
  std::vector<CueAtToken> at_;
  std::vector<bool> covered_;
  std::vector<bool> title_ends_;
  std::vector<const NameCue*> cue_ends_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_CUE_FINDER_H_
