// Entities and their spellings.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_ENTITY_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_ENTITY_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

absl::StatusOr<EntityRecord> ReadEntity(View& view, const std::string& id, Detail detail);
absl::StatusOr<Page<EntityRecord>> ReadEntities(View& view, const PageQuery& query, Detail detail);
absl::StatusOr<std::vector<EntityMatchRecord>> FindEntities(View& view, const EntitySearch& search);

absl::StatusOr<std::vector<AliasCandidate>> ReadAliasesByMatchKey(
    View& view, const std::vector<std::string>& match_keys, int type, int limit);

// As of WriteTransaction.
absl::Status KnowEntities(View& view, const std::vector<EntityRecord>& entities);
// Reads the names of the entities that these were merged into at once, for the calls that follow.
absl::Status KnowNames(View& view, const std::vector<std::string>& ids);
absl::StatusOr<absl::optional<std::string>> ReadByLexiconKey(View& view, const std::string& key);
absl::StatusOr<std::vector<std::string>> ReadByFullName(View& view, const std::string& folded_key,
                                                        int type);
absl::StatusOr<bool> ReadEntityExists(View& view, const std::string& id);
absl::Status WriteEntity(View& view, const EntityRecord& entity);
absl::Status CompleteEntityRow(View& view, const EntityRecord& entity);
absl::Status WriteAliases(View& view, const std::string& entity, int64_t extraction,
                          const std::vector<AliasRecord>& aliases);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_ENTITY_ROWS_H_
