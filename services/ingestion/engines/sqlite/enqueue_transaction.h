// Deciding what becomes of each request of one Enqueue.

#ifndef ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_ENQUEUE_TRANSACTION_H_
#define ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_ENQUEUE_TRANSACTION_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/ingestion/engines/sqlite/database.h"
#include "services/ingestion/engines/sqlite/ingestion_rows.h"
#include "services/ingestion/queue/ingestion_queue.h"

namespace isnad::ingestion {

// The answer to one request: a refusal, or a record.
struct EnqueueVerdict {
  absl::Status refusal;
  IngestionRecord record;
};

// Takes requests in, one after the other, inside the caller's transaction. Thread-compatible.
class EnqueueTransaction {
 public:
  struct Limits {
    size_t max_unfinished = 0;
    absl::Duration full_retry_delay;
  };

  // `unfinished` is the number of unfinished ingestions before it.
  EnqueueTransaction(Database* database, absl::Time now, size_t unfinished, const Limits& limits)
      : database_(database), now_(now), unfinished_(unfinished), limits_(limits) {}

  // Decides about a request and writes its rows. A failure spoils the transaction.
  absl::StatusOr<EnqueueVerdict> Take(const EnqueueRequest& request);

  // The number of unfinished ingestions after the requests taken so far.
  size_t unfinished() const { return unfinished_; }

 private:
  absl::StatusOr<EnqueueVerdict> Repeat(const EnqueueRequest& request, const RequestRow& known);
  absl::StatusOr<EnqueueVerdict> Accept(const EnqueueRequest& request, absl::string_view id);
  absl::StatusOr<EnqueueVerdict> TakeNew(const EnqueueRequest& request);
  absl::StatusOr<EnqueueVerdict> Answer(absl::string_view ingestion_id);

  Database* const database_;
  const absl::Time now_;
  size_t unfinished_;
  const Limits limits_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_ENQUEUE_TRANSACTION_H_
