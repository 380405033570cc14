// Two ends of which a passage may tell a fact.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_END_PAIR_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_END_PAIR_H_

#include <vector>

#include "services/extraction/relations/pairs/implied_houses.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// A name with another name or with a figure.
struct EndPair {
  // The end that the passage does not name, an organisation that the text is about or named last:
  // its mention stands elsewhere.
  enum class Implied { kNone, kSubject, kObject };
  int passage = -1;
  int subject = -1;  // index into Analysis::mentions
  int object = -1;   // the same; -1 when the other end is a figure
  int value = -1;    // index into Analysis::values; -1 when the other end is a name
  Implied implied = Implied::kNone;
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
  // close enough together, then those of each end and an implied organisation. Places are no
  // subjects.
  std::vector<EndPair> Of(int passage) const;

 private:
  void AddImplied(int passage, std::vector<EndPair>* out) const;

  const Analysis& analysis_;
  std::vector<std::vector<int>> mentions_;  // by passage
  std::vector<std::vector<int>> values_;
  const ImpliedHouses implied_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_END_PAIR_H_
