#include "services/ingestion/engines/sqlite/queue_schema.h"

#include <cstdint>
#include <iterator>
#include <memory>

#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

// One entry per version. Entries that were released are never changed. Times are microseconds since
// the epoch; states are the numbers of the contract. `due_time` is when waiting work may be leased
// or a lease runs out; NULL in a final state.
constexpr const char* kMigrations[] = {
    R"sql(
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL UNIQUE,
  source_uri TEXT NOT NULL,
  url TEXT NOT NULL,
  publisher TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT,
  publish_time INTEGER,
  publish_time_inferred INTEGER NOT NULL,
  fetch_time INTEGER,
  supersedes TEXT NOT NULL
);

CREATE TABLE ingestions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  requested_document TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents(id),
  state INTEGER NOT NULL,
  attempt_count INTEGER NOT NULL,
  error TEXT NOT NULL,
  error_reason TEXT NOT NULL,
  source_uri TEXT NOT NULL,
  title TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  fact_count INTEGER NOT NULL,
  passage_count INTEGER NOT NULL,
  replaced_character_count INTEGER NOT NULL,
  detected_encoding TEXT NOT NULL,
  lease_owner TEXT NOT NULL DEFAULT '',
  lease_token INTEGER NOT NULL DEFAULT 0,
  due_time INTEGER,
  UNIQUE (requested_document, content_hash)
);
CREATE INDEX ingestions_due ON ingestions(due_time) WHERE due_time IS NOT NULL;
CREATE INDEX ingestions_by_state ON ingestions(state, sequence);

CREATE TABLE requests (
  id TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  ingestion TEXT NOT NULL REFERENCES ingestions(id)
) WITHOUT ROWID;
)sql",
};

absl::StatusOr<int64_t> ReadVersion(Database* database) {
  ISNAD_ASSIGN_OR_RETURN(Statement statement, database->Prepare("PRAGMA user_version"));
  ISNAD_RETURN_IF_ERROR(statement.Step().status());
  return statement.Integer(0);
}

}  // namespace

absl::Status MigrateQueueSchema(Database* database) {
  ISNAD_ASSIGN_OR_RETURN(int64_t version, ReadVersion(database));
  const auto latest = static_cast<int64_t>(std::size(kMigrations));
  if (version > latest) {
    return server::MakeError(absl::StatusCode::kFailedPrecondition,
                             absl::StrCat("the queue's file has version ", version,
                                          ", this build knows ", latest, " and less"),
                             "QUEUE_TOO_NEW");
  }
  for (; version < latest; ++version) {
    ISNAD_ASSIGN_OR_RETURN(const std::unique_ptr<Transaction> transaction,
                           Transaction::Begin(database));
    ISNAD_RETURN_IF_ERROR(database->Execute(kMigrations[version]));
    ISNAD_RETURN_IF_ERROR(database->Execute(absl::StrCat("PRAGMA user_version=", version + 1)));
    ISNAD_RETURN_IF_ERROR(transaction->Commit());
  }
  return absl::OkStatus();
}

}  // namespace isnad::ingestion
