// What stands around two ends of one passage.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FEATURES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FEATURES_H_

#include <cstdint>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/pairs/end_pair.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// A sign that holds of a pair, and the word that it is read from.
struct PairFeature {
  uint32_t key = 0;
  int token = -1;  // -1 when no one word shows it
};

// Borrows everything it is given. For one thread: what words are is remembered.
class PairFeatures {
 public:
  PairFeatures(const PhraseIndex* index, const FrameWords* words,
               const WordDistribution* distribution);

  // Replaces `out` with the features of a pair, ordered by key, each once: of what kinds the ends
  // are and how they are told, which comes first and how far off the other is, and the words
  // before, between and behind them, each by its citation, by its cluster in raw text and by the
  // fact types whose frames it triggers. The words of names are in none of them, so that what is
  // learned of one company holds for others. A key is the same on every machine.
  void Of(const EndPair& pair, std::vector<PairFeature>* out);

 private:
  // Where a word stands.
  enum Place : uint32_t {
    kBetween,
    kRightAfterFirst,
    kRightBeforeSecond,
    kBefore,
    kRightBefore,
    kBehind,
    kRightBehind,
    kVerbBefore,
    kFirstVerbBetween,
    kLastVerbBetween
  };
  // What two ends look like from outside, asked for by several features.
  struct Sides {
    TokenRange first, second;  // in text order
    bool subject_first = false;
    uint32_t kinds = 0;  // of both ends and their order
  };

  const std::vector<uint32_t>& KeysOf(int token);
  void AddWord(Place place, bool subject_first, int token);
  void Add(uint32_t feature, uint32_t value, int token = -1);
  void AddEnds(const EndPair& pair, const Sides& sides);
  void AddWay(const EndPair& pair, const Sides& sides);
  void AddSurroundings(const EndPair& pair, const Sides& sides);

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameWords& words_;
  const WordDistribution* distribution_;
  std::vector<bool> in_name_;                // by token
  std::vector<std::vector<uint32_t>> keys_;  // by token, filled when first asked
  std::vector<PairFeature> found_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FEATURES_H_
