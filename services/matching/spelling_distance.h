// How far two spellings of one name word are apart, within a script or across.

#ifndef ISNAD_SERVICES_MATCHING_SPELLING_DISTANCE_H_
#define ISNAD_SERVICES_MATCHING_SPELLING_DISTANCE_H_

#include "services/matching/letter_costs.h"
#include "services/matching/spelling.h"

namespace isnad::matching {

// A word with what comparing it again and again needs.
struct SpelledWord {
  Spelling spelling;
  float surprise = 0;     // nats, see LetterModel
  float best_across = 0;  // cost of its best rendering in the other script
  float best_within = 0;  // cost of writing it as it is
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

// A weighted edit distance over letter groups. Immutable, thread-safe; `costs` must outlive it.
// Comparing two words takes about two microseconds.
class SpellingDistance {
 public:
  explicit SpellingDistance(const LetterCosts& costs) : costs_(costs) {}

  SpelledWord Prepare(Spelling spelling) const;
  SpellingMatch Compare(const SpelledWord& a, const SpelledWord& b) const;

  // The first letters may be the same sound: an initial of one could stand for the other.
  bool MayBegin(const Spelling& a, const Spelling& b) const;

 private:
  const LetterCosts& costs_;
};

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_SPELLING_DISTANCE_H_
