// The tables, as numbered migrations.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SCHEMA_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SCHEMA_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sqlite/connection.h"

namespace isnad::facts::sqlite {

// The match keys of a spelling of an entity of the type.
using MatchKeysOf =
    std::function<std::vector<std::string>(const std::string& surface, int entity_type)>;

// Brings the database to the newest schema, each migration in a transaction of its own. The number
// of the last one is kept in `user_version`. FAILED_PRECONDITION when the file was written by a
// newer release. What an older release stored gets its match keys from `match_keys_of`; none if
// that is empty.
absl::Status Migrate(Connection& connection, const MatchKeysOf& match_keys_of);

// The number of the last migration that the file has seen; 0 for an empty file.
absl::StatusOr<int> ReadSchemaNumber(Connection& connection);

// FAILED_PRECONDITION unless the file has exactly the schema of this release.
absl::Status RequireNewestSchema(Connection& connection);

// A quick check of the file's structure. DATA_LOSS with what is wrong and what to do.
absl::Status CheckIntegrity(Connection& connection);

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SCHEMA_H_
