// Tables of the queue and their migrations.

#ifndef ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_QUEUE_SCHEMA_H_
#define ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_QUEUE_SCHEMA_H_

#include "absl/status/status.h"
#include "services/ingestion/engines/sqlite/database.h"

namespace isnad::ingestion {

// Brings the file to the present schema, one transaction per version. FAILED_PRECONDITION
// (QUEUE_TOO_NEW) when a newer build wrote it.
absl::Status MigrateQueueSchema(Database* database);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_QUEUE_SCHEMA_H_
