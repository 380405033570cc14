// How far two spellings of one name word are apart, within a script or across.

#ifndef ISNAD_SERVICES_MATCHING_SPELLING_DISTANCE_H_
#define ISNAD_SERVICES_MATCHING_SPELLING_DISTANCE_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "services/matching/letter_costs.h"
#include "services/matching/spelling.h"

namespace isnad::matching {

// A word with what comparing it again and again needs.
struct SpelledWord {
  Spelling spelling;
  float surprise = 0;     // nats, see LetterModel
  float best_across = 0;  // cost of its best rendering in the other script
  float best_within = 0;  // cost of writing it as it is
  uint32_t number = 0;    // in a SpellingMemory; 0 outside of one
};

// Evidence that two spellings are of one name.
struct SpellingMatch {
  // 0: as near as a spelling can be in these scripts; 1: no nearer than two names picked at random.
  float distance = 1;
  // ln of how much likelier the two are as one name than as two unrelated ones. Grows with the
  // length of the words: a perfect "Li" is worth less than a perfect "Zuckerberg".
  float evidence = 0;
  // Nats by which the cheapest way costs more than it would for the best spelling, and by which two
  // unrelated names would: `distance` is the former by the latter, at most 1.
  float excess = 0;
  float span = 1;
};

// Words and pairs of words that were worked out before: the names that one name is compared with
// have many words in common. For one task at a time, which should be short: nothing is forgotten.
// Not thread-safe.
class SpellingMemory {
 public:
  SpellingMemory() = default;
  SpellingMemory(const SpellingMemory&) = delete;
  SpellingMemory& operator=(const SpellingMemory&) = delete;

 private:
  friend class SpellingDistance;

  absl::flat_hash_map<std::string, SpelledWord> words_;  // by script and letters
  absl::flat_hash_map<std::pair<uint32_t, uint32_t>, SpellingMatch> matches_;
};

// A weighted edit distance over letter groups. Immutable and, without a memory, thread-safe;
// `costs` and `memory` must outlive it. Comparing two words takes about two microseconds.
class SpellingDistance {
 public:
  explicit SpellingDistance(const LetterCosts& costs, SpellingMemory* memory = nullptr)
      : costs_(costs), memory_(memory) {}

  SpelledWord Prepare(Spelling spelling) const;
  SpellingMatch Compare(const SpelledWord& a, const SpelledWord& b) const;

  // The first letters may be the same sound: an initial of one could stand for the other.
  bool MayBegin(const Spelling& a, const Spelling& b) const;

 private:
  SpelledWord Work(Spelling spelling) const;
  SpellingMatch Work(const SpelledWord& a, const SpelledWord& b) const;

  const LetterCosts& costs_;
  SpellingMemory* const memory_;
};

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_SPELLING_DISTANCE_H_
