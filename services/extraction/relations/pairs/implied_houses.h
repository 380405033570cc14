// Organisations that passages may speak of without naming them.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_IMPLIED_HOUSES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_IMPLIED_HOUSES_H_

#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "The chief executive, X, said": of which house he is, the reader knows from the text. For each
// passage it may be what its section is about, what was named last before it, and what the text
// names most, as far as the passage itself names none of them. Immutable.
class ImpliedHouses {
 public:
  // Reads the index and does not keep it.
  explicit ImpliedHouses(const PhraseIndex* index);

  // A mention elsewhere of each such organisation, as indices into Analysis::mentions.
  const std::vector<int>& In(int passage) const { return houses_[passage]; }

 private:
  std::vector<std::vector<int>> houses_;  // by passage
};

// How much a text is about an organisation that a passage does not name, and who else may be meant.
struct HouseStanding {
  int ranked_before = 0;  // organisations that the text names oftener
  double share = 0;       // of all mentions of organisations
  int back = 0;           // passages to where it was named; negative when only further on
  int others_since = 0;   // organisations named between there and here
  int houses_here = 0;    // organisations and people that the passage names
  int people_here = 0;
  bool is_subject = false;  // of the section
};

// Borrows the index. For one thread: the last standing is remembered.
class HouseStandings {
 public:
  explicit HouseStandings(const PhraseIndex* index);

  // Of the organisation of a mention that stands outside the passage.
  const HouseStanding& Of(int passage, int mention);

 private:
  // The organisations named behind a mention, read on from passage to passage.
  struct Since {
    size_t next = 0;  // mention
    absl::flat_hash_set<int> houses;
  };

  HouseStanding Measure(int passage, int mention);
  const Since& ReadTo(int token, int mention);

  const PhraseIndex& index_;
  const Analysis& analysis_;
  std::vector<int> uses_;    // mentions, by entity; 0 for all but organisations
  std::vector<int> sorted_;  // the same, ascending
  int all_uses_ = 0;
  absl::flat_hash_map<int, Since> since_;  // by mention
  int passage_ = -1;
  int mention_ = -1;
  HouseStanding last_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_IMPLIED_HOUSES_H_
