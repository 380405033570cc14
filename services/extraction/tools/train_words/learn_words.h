// Learns words.model from raw text.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_LEARN_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_LEARN_WORDS_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/tools/train_words/corpus.h"
#include "services/extraction/tools/train_words/exchange_clustering.h"
#include "services/extraction/tools/train_words/skip_gram.h"

namespace isnad::extraction {

struct TrainWordsOptions {
  // Words of so many places get an entry.
  int64_t min_count = 3;
  // Words of so many places shape the clusters; rarer ones join them.
  int64_t min_shaping_count = 6;
  int fine_clusters = 600;
  int coarse_clusters = 100;  // at most 256
  int k_means_iterations = 15;
  SkipGramOptions skip_gram;
  ExchangeOptions exchange;  // `shaping` is set from min_shaping_count
};

// What was learned of the words, for the model and for a look at the clusters.
struct WordTable {
  struct Word {
    std::string letters;
    int64_t count = 0;
    uint16_t fine_cluster = 0;
    uint8_t coarse_cluster = 0;
    uint16_t path = 0;
    std::array<uint8_t, word_layout::kShareCount> shares{};  // in the order of word_layout::Share
  };
  std::vector<Word> words;  // by falling frequency
  std::vector<word_layout::Path> paths;
};

// Learns from a corpus with two threads: vectors and their clusters in one, the Brown tree in the
// other. The same corpus and options give the same table.
WordTable LearnWords(const Corpus& corpus, const TrainWordsOptions& options);

// The sections of words.model.
ModelWriter WriteWords(const WordTable& table);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_LEARN_WORDS_H_
