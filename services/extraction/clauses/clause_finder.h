// Splits sentences into clauses by their markers: reasons, purposes, times, reported content,
// relative clauses, quotations.

#ifndef ISNAD_SERVICES_EXTRACTION_CLAUSES_CLAUSE_FINDER_H_
#define ISNAD_SERVICES_EXTRACTION_CLAUSES_CLAUSE_FINDER_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Fills `Analysis::clauses`. Needs tokens with morphology and passages. Each passage gets main
// clauses that cover it, split at strong boundaries, and marked clauses inside them. A marked
// clause runs from after its marker to the end of its stretch: the next stop, semicolon or comma
// that closes it, or the end of the passage.
//
// Stateless; safe for concurrent use.
class ClauseFinder {
 public:
  void Find(Analysis* analysis) const;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CLAUSES_CLAUSE_FINDER_H_
