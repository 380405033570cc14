// Links between entities that are one, and marks between those that are not.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_MERGE_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_MERGE_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"

namespace isnad::facts::sql {

// Read the links of the entities at once, for the calls that follow: whom they were merged into;
// and who was merged into them, too.
absl::Status KnowParents(View& view, const std::vector<std::string>& ids);
absl::Status KnowLinks(View& view, const std::vector<std::string>& ids);
absl::StatusOr<std::string> ReadCanonical(View& view, const std::string& id);
// The canonical entity of `id` first, then all that were merged into it.
absl::StatusOr<std::vector<std::string>> ReadSameEntities(View& view, const std::string& id);
absl::StatusOr<std::vector<std::string>> ReadDistinct(View& view, const std::string& id);

absl::Status WriteLink(View& view, const std::string& from, const std::string& to,
                       const std::string& reason);
absl::Status EndLink(View& view, const std::string& from, const std::string& reason);
absl::Status WriteDistinct(View& view, const std::string& one, const std::string& other);

// When the links and marks of `id` last changed; 0 when never.
absl::StatusOr<Micros> ReadLinkTime(View& view, const std::string& id);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_MERGE_ROWS_H_
