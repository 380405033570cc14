// Two ends that one passage names, of which a fact may be told.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_END_PAIR_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_END_PAIR_H_

#include <vector>

#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// A name with another name or with a figure.
struct EndPair {
  int passage = -1;
  int subject = -1;  // index into Analysis::mentions
  int object = -1;   // the same; -1 when the other end is a figure
  int value = -1;    // index into Analysis::values; -1 when the other end is a name
};

// The type of the entity that a mention of a pair stands for.
EntityType TypeOf(const Analysis& analysis, int mention);

// The words of the subject and of the other end.
TokenRange SubjectTokens(const Analysis& analysis, const EndPair& pair);
TokenRange OtherTokens(const Analysis& analysis, const EndPair& pair);

// The mentions and values of a text by passage, looked up once. Borrows the index. Immutable.
class EndPairs {
 public:
  explicit EndPairs(const PhraseIndex* index);

  // All pairs of unlike entities, either way round, and of entities and sums or counts, that stand
  // close enough together. Places are no subjects.
  std::vector<EndPair> Of(int passage) const;

 private:
  const Analysis& analysis_;
  std::vector<std::vector<int>> mentions_;  // by passage
  std::vector<std::vector<int>> values_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_END_PAIR_H_
