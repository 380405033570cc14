#include "services/extraction/tools/train_words/learn_words.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "absl/types/span.h"
#include "services/extraction/distribution/word_key.h"
#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/tools/train_words/class_tree.h"
#include "services/extraction/tools/train_words/k_means.h"
#include "services/extraction/tools/train_words/neighbors.h"
#include "services/extraction/tools/train_words/vocabulary.h"
#include "services/extraction/tools/train_words/word_statistics.h"

namespace isnad::extraction {
namespace {

using word_layout::Entry;

struct VectorClusters {
  std::vector<uint16_t> fine;
  std::vector<uint16_t> coarse;
};

VectorClusters LearnVectorClusters(const Vocabulary& vocabulary, const TrainWordsOptions& options) {
  const std::vector<float> vectors =
      TrainSkipGram(vocabulary.stream, vocabulary.counts, options.skip_gram);
  KMeansOptions k_means;
  k_means.iterations = options.k_means_iterations;
  k_means.shaping = vocabulary.CountAtLeast(options.min_shaping_count);
  k_means.clusters = options.fine_clusters;
  VectorClusters clusters;
  clusters.fine = ClusterVectors(vectors, k_means);
  k_means.clusters = options.coarse_clusters;
  clusters.coarse = ClusterVectors(vectors, k_means);
  return clusters;
}

WordClasses LearnBrownClasses(const Vocabulary& vocabulary, const TrainWordsOptions& options) {
  const Neighbors neighbors(vocabulary.stream, vocabulary.size());
  ExchangeOptions exchange = options.exchange;
  exchange.shaping = vocabulary.CountAtLeast(options.min_shaping_count);
  return ClusterByExchange(neighbors, exchange);
}

Entry EntryOf(const WordTable::Word& word) {
  Entry entry = {};
  entry.fingerprint = word_layout::FingerprintOf(WordKey(word.letters));
  entry.fine_cluster = word.fine_cluster;
  entry.coarse_cluster = word.coarse_cluster;
  entry.path = word.path;
  entry.frequency = FrequencyBucket(word.count);
  for (size_t i = 0; i < word.shares.size(); ++i) {
    entry.shares[i / 2] |= static_cast<uint8_t>(word.shares[i] << (i % 2 * 4));
  }
  return entry;
}

}  // namespace

WordTable LearnWords(const Corpus& corpus, const TrainWordsOptions& options) {
  const Vocabulary vocabulary = MakeVocabulary(corpus, options.min_count);
  VectorClusters clusters;
  std::thread vectors([&] { clusters = LearnVectorClusters(vocabulary, options); });
  const WordClasses classes = LearnBrownClasses(vocabulary, options);
  const std::vector<ShareCounts> shares = CountShares(corpus);
  WordTable table;
  table.paths = MakeClassPaths(classes);
  vectors.join();
  for (int32_t w = Vocabulary::kRareWord + 1; w < vocabulary.size(); ++w) {
    const int32_t type = vocabulary.types[w];
    WordTable::Word word;
    word.letters = corpus.types[type].letters;
    word.count = corpus.types[type].count;
    word.fine_cluster = clusters.fine[w];
    word.coarse_cluster = static_cast<uint8_t>(clusters.coarse[w]);
    word.path = classes.class_of[w];
    word.shares = ShareBuckets(shares[type], word.count);
    table.words.push_back(std::move(word));
  }
  return table;
}

ModelWriter WriteWords(const WordTable& table) {
  std::vector<std::pair<uint64_t, Entry>> sorted;
  for (const WordTable::Word& word : table.words) {
    sorted.emplace_back(WordKey(word.letters), EntryOf(word));
  }
  const auto bucket = [](const auto& item) { return word_layout::BucketOf(item.first); };
  std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    return std::make_pair(bucket(a), a.second.fingerprint) <
           std::make_pair(bucket(b), b.second.fingerprint);
  });
  std::vector<Entry> entries;
  std::vector<uint32_t> buckets;
  for (const auto& item : sorted) {
    while (buckets.size() <= bucket(item)) buckets.push_back(static_cast<uint32_t>(entries.size()));
    entries.push_back(item.second);
  }
  buckets.resize(word_layout::kBucketCount + 1, static_cast<uint32_t>(entries.size()));
  ModelWriter writer;
  writer.AddArray(word_layout::kBuckets, absl::MakeConstSpan(buckets));
  writer.AddArray(word_layout::kEntries, absl::MakeConstSpan(entries));
  writer.AddArray(word_layout::kPaths, absl::MakeConstSpan(table.paths));
  return writer;
}

}  // namespace isnad::extraction
