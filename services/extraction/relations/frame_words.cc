#include "services/extraction/relations/frame_words.h"

namespace isnad::extraction {

FrameWords::FrameWords(const Analysis& analysis, const FrameLexicon* lexicon) : lexicon_(*lexicon) {
  begins_.reserve(analysis.tokens.size() + 1);
  context_.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens) {
    begins_.push_back(frames_.size());
    lexicon_.AddTriggeredBy(token, &frames_);
    context_.push_back(lexicon_.ContextOf(token));
  }
  begins_.push_back(frames_.size());
}

}  // namespace isnad::extraction
