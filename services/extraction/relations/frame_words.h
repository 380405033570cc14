// What the frames ask of the words of one text.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_WORDS_H_

#include <cstddef>
#include <vector>

#include "absl/types/span.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/frame_lexicon.h"

namespace isnad::extraction {

// Looks every word up once: events and reported speech are read from the same frames, each in a
// pass of its own, and a word stands near several triggers. Borrows the lexicon. Immutable.
class FrameWords {
 public:
  FrameWords(const Analysis& analysis, const FrameLexicon* lexicon);

  const FrameLexicon& lexicon() const { return lexicon_; }

  // The frames that the token may trigger (see FrameLexicon::AddTriggeredBy).
  absl::Span<const CompiledFrame* const> TriggeredBy(int token) const {
    const size_t begin = begins_[token];
    return absl::MakeConstSpan(frames_).subspan(begin, begins_[token + 1] - begin);
  }

  // What the token is to frames that ask for words around their triggers.
  const ContextWord& ContextAt(int token) const { return context_[token]; }

 private:
  const FrameLexicon& lexicon_;
  std::vector<const CompiledFrame*> frames_;  // of all tokens in their order
  std::vector<size_t> begins_;                // by token, and the end
  std::vector<ContextWord> context_;          // by token
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_WORDS_H_
