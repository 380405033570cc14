// The queue in one SQLite file, for one process.

#ifndef ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_SQLITE_INGESTION_QUEUE_H_
#define ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_SQLITE_INGESTION_QUEUE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "services/ingestion/engines/sqlite/database.h"
#include "services/ingestion/engines/sqlite/file_lock.h"
#include "services/ingestion/queue/ingestion_queue.h"

namespace isnad::ingestion {

struct SqliteQueueOptions {
  // The file; `path` + "-wal", "-shm" and ".lock" stand beside it.
  std::string path;
  // Unfinished ingestions beyond which Enqueue refuses.
  size_t max_unfinished = 100000;
  // What RetryInfo asks a refused sender to wait.
  absl::Duration full_retry_delay = absl::Seconds(2);
};

// Writes go through one connection, each in one transaction that is synced before it is reported;
// reads of Get and List go through another and do not wait for a sync.
class SqliteIngestionQueue final : public IngestionQueue {
 public:
  // Opens or creates the file and brings it to the present schema. FAILED_PRECONDITION when another
  // process has it open (QUEUE_IN_USE) or a newer build wrote it (QUEUE_TOO_NEW).
  static absl::StatusOr<std::unique_ptr<SqliteIngestionQueue>> Open(SqliteQueueOptions options);

  std::vector<absl::StatusOr<IngestionRecord>> Enqueue(const std::vector<EnqueueRequest>& requests,
                                                       absl::Time now) override;
  absl::StatusOr<IngestionRecord> Get(absl::string_view ingestion_id) override;
  absl::StatusOr<std::vector<IngestionRecord>> List(const ListIngestionsOptions& options) override;
  absl::StatusOr<absl::optional<LeasedWork>> LeaseNext(absl::string_view owner, absl::Time now,
                                                       absl::Duration duration) override;
  absl::Status Renew(const Lease& lease, absl::Time now, absl::Duration duration) override;
  absl::Status Complete(const Lease& lease, const StoredCounts& counts, absl::Time now) override;
  absl::Status Fail(const Lease& lease, const AttemptFailure& failure, absl::Time now) override;
  absl::Status Release(const Lease& lease, absl::Time now) override;
  absl::StatusOr<std::vector<std::string>> ReleaseAll(absl::string_view owner,
                                                      absl::Time now) override;
  absl::StatusOr<IngestionRecord> Retry(absl::string_view ingestion_id, absl::Time now) override;
  absl::StatusOr<absl::optional<absl::Time>> NextDueTime() override;
  absl::StatusOr<QueueDepth> Depth() override;

 private:
  SqliteIngestionQueue(SqliteQueueOptions options, std::unique_ptr<FileLock> lock,
                       std::unique_ptr<Database> writer, std::unique_ptr<Database> reader,
                       size_t unfinished);

  // Enqueues all requests in one transaction; a failure of it takes nothing.
  absl::StatusOr<std::vector<absl::StatusOr<IngestionRecord>>> EnqueueAll(
      const std::vector<EnqueueRequest>& requests, absl::Time now)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(writer_mutex_);

  const SqliteQueueOptions options_;
  const std::unique_ptr<FileLock> lock_;

  absl::Mutex writer_mutex_;
  const std::unique_ptr<Database> writer_ ABSL_PT_GUARDED_BY(writer_mutex_);
  // Ingestions in kReceived and kExtracting.
  size_t unfinished_ ABSL_GUARDED_BY(writer_mutex_);

  absl::Mutex reader_mutex_;
  const std::unique_ptr<Database> reader_ ABSL_PT_GUARDED_BY(reader_mutex_);
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_SQLITE_INGESTION_QUEUE_H_
