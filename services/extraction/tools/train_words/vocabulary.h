// The words that get an entry of their own, and the corpus in their terms.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_VOCABULARY_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_VOCABULARY_H_

#include <cstdint>
#include <vector>

#include "services/extraction/tools/train_words/corpus.h"

namespace isnad::extraction {

// Words by falling frequency, equally frequent ones by spelling. Before them, as word 0, stand all
// rarer words taken together, so that neighbours learn that a rare word stood there.
struct Vocabulary {
  static constexpr int32_t kRareWord = 0;

  std::vector<int32_t> types;   // index into Corpus::types, by word; -1 for the rare word
  std::vector<int64_t> counts;  // by word
  std::vector<int32_t> stream;  // Corpus::stream with words for types

  int size() const { return static_cast<int>(types.size()); }
  // Number of words that occur at least `count` times, the rare word among them; they come first.
  int CountAtLeast(int64_t count) const;
};

// Words that occur at least `min_count` times.
Vocabulary MakeVocabulary(const Corpus& corpus, int64_t min_count);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_VOCABULARY_H_
