// Which of the named entities a reader has in mind at a point of the text.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_SALIENCE_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_SALIENCE_H_

#include <functional>
#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Ranks entities of one text. Refers to the analysis, whose mentions must be in text order.
class Salience {
 public:
  explicit Salience(const Analysis* analysis);

  // The fitting entity with the highest weight before `token`: mentions fade with the passages in
  // between, frequent entities and the subject of the text keep some weight. -1 when none fits and
  // was named at most `passages` passages before.
  int Best(int token, int passages, const std::function<bool(int entity)>& fits) const;

  // The fitting entity named last before `token`, at most `passages` passages before; -1 if none.
  int Nearest(int token, int passages, const std::function<bool(int entity)>& fits) const;

 private:
  const Analysis& analysis_;
  std::vector<int> counts_;
  int subject_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_SALIENCE_H_
