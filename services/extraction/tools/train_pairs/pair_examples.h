// Pairs of ends of texts of which people wrote down what they tell.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_EXAMPLES_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_EXAMPLES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/pipeline/analyzer.h"

namespace isnad::extraction {

// A pair with its features, and of which types a fact of these ends is told there.
struct PairExample {
  enum Label : int8_t {
    kWrong,
    kRight,
    // The article says so in other words than these: they may or may not.
    kUnsure
  };
  std::vector<uint32_t> keys;
  std::vector<int8_t> labels;  // by type
};

// Types of facts that have two ends, one of which may be a figure.
const std::vector<std::string>& PairTypes();

// All pairs of the articles of a folder with facts.jsonl and entities.jsonl, with labels by
// PairTypes(). Errors as of GoldFacts::Read and ReadTextFolder.
absl::StatusOr<std::vector<PairExample>> ReadPairExamples(const Analyzer& analyzer,
                                                          const WordDistribution& distribution,
                                                          const std::string& folder);

// The pairs of the sentences that frames are shown with: an example tells of its subject and object
// what the type of its frame is, a counter-example tells that of no pair. Of all else they say
// nothing. INVALID_ARGUMENT when a file cannot be parsed.
absl::StatusOr<std::vector<PairExample>> ReadLexiconPairs(const Analyzer& analyzer,
                                                          const WordDistribution& distribution,
                                                          const LexiconFiles& files);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_PAIRS_PAIR_EXAMPLES_H_
