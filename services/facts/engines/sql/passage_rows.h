// Passages, found by their terms.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

absl::StatusOr<std::vector<PassageRecord>> ReadPassages(View& view, const std::string& document);
absl::StatusOr<PassageCandidates> ReadCandidates(View& view, const PassageSearch& search);
absl::StatusOr<std::string> ReadPassageBytes(View& view, int64_t passage);
absl::Status WritePassage(View& view, const PassageRecord& passage);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_ROWS_H_
