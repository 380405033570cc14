// The words that open clauses.

#ifndef ISNAD_SERVICES_EXTRACTION_CLAUSES_CLAUSE_MARKERS_H_
#define ISNAD_SERVICES_EXTRACTION_CLAUSES_CLAUSE_MARKERS_H_

#include <string>
#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

struct ClauseMarker {
  ClauseKind kind = ClauseKind::kMain;
  int length = 0;  // tokens; 0 when none starts here
};

// The marker that starts at a token of the passage, the longest where several do.
ClauseMarker MarkerAt(const Analysis& analysis, int token, TokenRange passage);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CLAUSES_CLAUSE_MARKERS_H_
