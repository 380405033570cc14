// Who acts: the grammatical subjects of verbs, as far as words beside them tell.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_CLAUSE_SUBJECTS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_CLAUSE_SUBJECTS_H_

#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Reads the discourse of one text, which must outlive it.
class ClauseSubjects {
 public:
  explicit ClauseSubjects(const Discourse* discourse) : discourse_(*discourse) {}

  // Entity of the grammatical subject of a verb, or -1; `common` tells that a common noun is the
  // subject.
  int SubjectOf(int verb, bool* common) const;

  // Entity of the subject of the verb before a token in its clause, or -1. A subject of other types
  // leaves it to who says the clause: "أكدت X أن Y ستنضم إليها".
  int SubjectOfClause(int token, TypeSet types) const;

  // "أن", "إنه", "بأن".
  bool IsComplementizer(int token) const;

 private:
  const Discourse& discourse_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_CLAUSE_SUBJECTS_H_
