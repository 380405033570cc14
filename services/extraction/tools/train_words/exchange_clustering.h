// Classes of words that have the same neighbours.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_EXCHANGE_CLUSTERING_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_EXCHANGE_CLUSTERING_H_

#include <cstdint>
#include <vector>

#include "services/extraction/tools/train_words/neighbors.h"

namespace isnad::extraction {

struct ExchangeOptions {
  int classes = 320;
  int passes = 8;  // over all shaping words, at most
  // The first so many words, which are to be the most frequent, shape the classes; the others join
  // them at the end. 0 stands for all.
  int shaping = 0;
};

// Words in classes, and how often a word of one class stands before one of another.
struct WordClasses {
  int count = 0;
  std::vector<uint16_t> class_of;  // by word
  std::vector<int64_t> pairs;      // count x count, by the class before, then the one after
};

// Looks for the classes under which the class bigram model makes the text most likely, which is
// the aim of Brown et al. 1992, by moving one word at a time to its best class until few move
// (Martin, Liermann and Ney 1998). Words should be numbered by falling frequency: the first ones
// found the classes and the rest are put where they fit best, in order. Deterministic.
WordClasses ClusterByExchange(const Neighbors& neighbors, const ExchangeOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_EXCHANGE_CLUSTERING_H_
