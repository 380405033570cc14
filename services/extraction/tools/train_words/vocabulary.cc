#include "services/extraction/tools/train_words/vocabulary.h"

#include <algorithm>

namespace isnad::extraction {

int Vocabulary::CountAtLeast(int64_t count) const {
  return static_cast<int>(std::partition_point(counts.begin() + 1, counts.end(),
                                               [count](int64_t c) { return c >= count; }) -
                          counts.begin());
}

Vocabulary MakeVocabulary(const Corpus& corpus, int64_t min_count) {
  Vocabulary vocabulary;
  std::vector<int32_t>& types = vocabulary.types;
  types.push_back(-1);
  int64_t rare_count = 0;
  for (int32_t type = 0; type < static_cast<int32_t>(corpus.types.size()); ++type) {
    if (corpus.types[type].count >= min_count) {
      types.push_back(type);
    } else {
      rare_count += corpus.types[type].count;
    }
  }
  std::sort(types.begin() + 1, types.end(), [&corpus](int32_t a, int32_t b) {
    const WordType& left = corpus.types[a];
    const WordType& right = corpus.types[b];
    return left.count != right.count ? left.count > right.count : left.letters < right.letters;
  });
  vocabulary.counts.push_back(rare_count);
  std::vector<int32_t> word_of_type(corpus.types.size(), Vocabulary::kRareWord);
  for (int32_t word = 1; word < vocabulary.size(); ++word) {
    word_of_type[types[word]] = word;
    vocabulary.counts.push_back(corpus.types[types[word]].count);
  }
  vocabulary.stream.reserve(corpus.stream.size());
  for (const int32_t type : corpus.stream) {
    vocabulary.stream.push_back(type == kSentenceBreak ? kSentenceBreak : word_of_type[type]);
  }
  return vocabulary;
}

}  // namespace isnad::extraction
