// Conflicts and the facts in them.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_CONFLICT_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_CONFLICT_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

absl::StatusOr<ConflictRecord> ReadConflict(View& view, const std::string& id);
absl::StatusOr<Page<ConflictRecord>> ReadConflicts(View& view, const PageQuery& query);

// As of WriteTransaction.
absl::StatusOr<std::vector<std::vector<std::string>>> ReadConflictsOf(
    View& view, const std::vector<std::string>& facts);
absl::StatusOr<std::vector<absl::optional<ConflictRecord>>> ReadConflictHeads(
    View& view, const std::vector<std::string>& ids);
absl::StatusOr<std::vector<std::string>> ReadConflictMembers(View& view, const std::string& id,
                                                             int limit);
absl::Status WriteConflictChange(View& view, const std::string& id, ConflictKind kind,
                                 const std::vector<std::string>& joining,
                                 const std::vector<std::string>& leaving);
absl::Status WriteExplanation(View& view, const std::string& id, const std::string& english,
                              const std::string& arabic);
absl::Status WriteReopening(View& view, const std::string& id);
absl::Status WriteResolution(View& view, const std::string& id, const std::string& preferred_fact,
                             const std::string& resolution);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_CONFLICT_ROWS_H_
