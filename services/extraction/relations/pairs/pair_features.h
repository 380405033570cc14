// What stands around two ends of one passage.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FEATURES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FEATURES_H_

#include <cstdint>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/pairs/end_pair.h"
#include "services/extraction/relations/pairs/implied_houses.h"
#include "services/extraction/relations/pairs/pair_titles.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// A word where it stands beside a pair: between the ends, right behind the second, the last verb
// before the first, and so on, by whether the subject comes first.
struct PlacedWord {
  int token = -1;
  int place = 0;  // under kWordPlaces
};
constexpr int kWordPlaces = 34;

// All that is looked at in a pair.
struct PairDescription {
  std::vector<uint32_t> keys;  // features of the ends and of the way from one to the other
  std::vector<PlacedWord> words;
  int passage = -1;
  // The place in which all telling words of the passage count; -1 when they do not.
  int whole_place = -1;
};

// Borrows everything it is given. For one thread: what words are is remembered.
class PairFeatures {
 public:
  PairFeatures(const PhraseIndex* index, const RoleIndex* roles, const FrameWords* words,
               const WordDistribution* distribution);

  // Replaces `out` with what holds of a pair: of what kinds the ends are and how they are told,
  // which comes first and how far off the other is, and the words before, between and behind them.
  void Of(const EndPair& pair, PairDescription* out);

  // The verbs and the triggers of frames at the beginning of a passage.
  std::vector<int> TellingWords(int passage) const;

  // Adds the features of a word in its place: its citation, its cluster in raw text and the fact
  // types whose frames it triggers. The words of names are in none of them, so that what is learned
  // of one company holds for others. Keys are the same on every machine.
  void AddKeys(const PlacedWord& word, std::vector<uint32_t>* keys);

 private:
  // Where a word stands; kWordPlaces counts each twice.
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
    kLastVerbBetween,
    // Of a pair with an implied end, around the other.
    kAroundBefore,
    kAroundRightBefore,
    kAroundBehind,
    kAroundRightBehind,
    kAroundVerbBefore,
    kAroundVerbBehind,
    kInPassage
  };
  // What two ends look like from outside, asked for by several features.
  struct Sides {
    TokenRange first, second;  // in text order
    bool subject_first = false;
    uint32_t kinds = 0;  // of both ends and their order
  };

  const std::vector<uint32_t>& KeysOf(int token);
  static int PlaceOf(Place place, bool subject_first);
  void AddWord(Place place, bool subject_first, int token);
  void Add(uint32_t feature, uint32_t value);
  void AddEnds(const EndPair& pair, const Sides& sides);
  // What the titles of the passage say of a person and an organisation.
  void AddTitles(const EndPair& pair, const Sides& sides);
  void AddWay(const EndPair& pair, const Sides& sides);
  void AddSurroundings(const EndPair& pair, const Sides& sides);
  // Of a pair with an implied end.
  void AddAround(const EndPair& pair, const Sides& sides);
  void AddStanding(const EndPair& pair, const Sides& sides);

  const PhraseIndex& index_;
  const Analysis& analysis_;
  const FrameWords& words_;
  const WordDistribution* distribution_;
  HouseStandings standings_;
  PairTitles titles_;
  std::vector<bool> in_name_;                // by token
  std::vector<std::vector<uint32_t>> keys_;  // by token, filled when first asked
  PairDescription* out_ = nullptr;           // of the pair that is read
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_FEATURES_H_
