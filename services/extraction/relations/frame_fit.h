// Whether a frame fits the word at a token and those around it.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_FIT_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_FIT_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// Borrows everything it is given. Stateless between calls.
class FrameFit {
 public:
  FrameFit(const PhraseIndex* index, const FrameWords* words)
      : index_(*index), analysis_(index->analysis()), words_(*words) {}

  // Whether the word can be what the frame's construction takes it for: a verb, an event noun.
  bool ConstructionFits(const CompiledFrame& frame, int token) const;

  // Whether the words that the frame asks for stand around the trigger, and none that it shuns.
  bool WordsFit(const CompiledFrame& frame, TokenRange trigger) const;

 private:
  bool OpensClause(int token) const;
  bool GivesPostTo(const CompiledFrame& frame, int token) const;
  bool NamesSoon(int from) const;
  bool FollowsOpeningTime(int token) const;
  bool FollowsOpeningPhrase(int token) const;
  bool TellsKindOfHouse(int token, int first) const;
  bool OffersTo(int token) const;
  bool FollowsInPost(int token) const;
  bool IsGenitiveMasdar(int token) const;
  bool IsItsCost(int token) const;
  // Whether the token is punctuation, or part of a name or figure that begins before it.
  bool IsWithinWord(int i) const;
  // Whether a word that the frame asks for stands before the trigger.
  bool Precedes(const CompiledFrame& frame, int trigger) const;

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameWords& words_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_FIT_H_
