// The tables, as numbered migrations that expand first and contract in a later release.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_SCHEMA_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_SCHEMA_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/postgresql/connection.h"

namespace isnad::facts::postgresql {

// What the table `schema_migration` says.
struct StoredSchema {
  int number = 0;  // Of the last migration; 0 in an empty database.
  int oldest = 0;  // Releases that know this schema or a newer one can work with it.
};

// The newest schema that this release knows.
int NewestSchema();

absl::StatusOr<StoredSchema> ReadSchema(Connection& connection);

// FAILED_PRECONDITION when the schema is too new for this release.
absl::Status CheckSchema(const StoredSchema& schema);

// FAILED_PRECONDITION unless the database holds a store that this release can work with as it is.
absl::Status RequireSchema(Connection& connection);

// Brings the database to the newest schema in one transaction; processes that start together take
// turns. A database that is newer, but still fit for this release, is left as it is.
absl::Status Migrate(Connection& connection);

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_SCHEMA_H_
