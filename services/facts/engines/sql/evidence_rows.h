// Evidence of facts.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_EVIDENCE_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_EVIDENCE_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

// Live evidence with the fields of its documents, best first; what each claims with Detail::kFull
// only. ReadEvidenceOf gives it always.
absl::StatusOr<std::vector<EvidenceRecord>> ReadEvidence(View& view, const std::string& fact,
                                                         Detail detail);
absl::StatusOr<std::vector<std::vector<EvidenceRecord>>> ReadEvidenceOf(
    View& view, const std::vector<std::string>& facts);
absl::Status WriteEvidence(View& view, const EvidenceRecord& evidence);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_EVIDENCE_ROWS_H_
