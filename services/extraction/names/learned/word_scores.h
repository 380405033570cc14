// What a word adds to the scores of the words around it.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_WORD_SCORES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_WORD_SCORES_H_

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "services/extraction/model/shared_cache.h"
#include "services/extraction/names/learned/name_features.h"
#include "services/extraction/names/learned/name_weights.h"

namespace isnad::extraction {

// Sums of weights by the place at which the word is seen, see NameFeatures::AppendSeen().
struct WordScores {
  NameWord word;
  StrippedFacts distribution;
  ListedFacts listed;
  std::array<LabelScores, kNamePlaces> seen{};
};

// Scores by NameWord::key.
using WordScoreCache = SharedCache<uint64_t, WordScores>;

// The scores of all words of one text: from the cache, or summed up and, where the word is frequent
// enough to come again, left there. Not thread-safe.
class TextScores {
 public:
  // `cache` may be null. Everything must outlive the object.
  TextScores(const NameText& text, const NameWeightTable& weights, const NameFactTable& facts,
             uint32_t feature_groups, WordScoreCache* cache);

  // The scores of a word of the given sentence, labels other than outside.
  LabelScores Of(TokenRange sentence, int token);

 private:
  void AddSum(const std::vector<uint64_t>& keys, LabelScores* sums) const;
  void Fill(int token, WordScores* scores);

  const NameText& text_;
  const NameWeightTable& weights_;
  std::vector<const WordScores*> scores_;
  std::unique_ptr<NameFeatures> features_;
  std::deque<WordScores> rare_;
  std::vector<uint64_t> keys_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_WORD_SCORES_H_
