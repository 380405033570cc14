// How often words occur in longer spellings, and in whose company.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_WORD_STATISTICS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_WORD_STATISTICS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/tools/train_words/corpus.h"

namespace isnad::extraction {

// Counts that belong to the shares of words.model, in the same order.
using ShareCounts = std::array<int64_t, word_layout::kShareCount>;

// Shares of each word type, as counts.
std::vector<ShareCounts> CountShares(const Corpus& corpus);

// The bucket of a share as WordFacts describes it. Both are not negative.
uint8_t ShareBucket(int64_t part, int64_t whole);

// Buckets of all shares of a word that has `count` places: shares of kinds of titles are of the
// titles, all others of the places.
std::array<uint8_t, word_layout::kShareCount> ShareBuckets(const ShareCounts& counts,
                                                           int64_t count);

// floor(log2(count)) for a positive count, from 1 up.
uint8_t FrequencyBucket(int64_t count);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_WORD_STATISTICS_H_
