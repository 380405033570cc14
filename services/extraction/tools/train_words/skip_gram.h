// Word vectors from the words around.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_SKIP_GRAM_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_SKIP_GRAM_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace isnad::extraction {

struct SkipGramOptions {
  int window = 5;          // words on each side at most; shorter ones are drawn as often
  int negatives = 6;       // words drawn as counter-examples, for all pairs of one window
  int epochs = 5;          // passes over the text
  float step = 0.05f;      // learning rate at the start, falling to almost none
  float frequent = 1e-4f;  // words that make up more of the text are skipped now and then
  uint64_t seed = 1;
};

// Vectors of kVectorSize numbers (see lanes.h), one after another, for words 0 to counts.size()
// - 1. `stream` holds words and negative numbers between sentences. One thread, so that the result
// is always the same.
//
// Skip-gram with negative sampling after Mikolov et al. 2013, with the counter-examples shared by
// the pairs of a window after Ji et al. 2016.
std::vector<float> TrainSkipGram(absl::Span<const int32_t> stream, absl::Span<const int64_t> counts,
                                 const SkipGramOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_SKIP_GRAM_H_
