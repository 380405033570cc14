// The threads that drive documents from the queue into the store.

#ifndef ISNAD_SERVICES_INGESTION_WORKER_WORKER_POOL_H_
#define ISNAD_SERVICES_INGESTION_WORKER_WORKER_POOL_H_

#include <atomic>
#include <memory>
#include <string>
#include <thread>  // NOLINT(build/c++11)
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/ingestion/domain/retry_policy.h"
#include "services/ingestion/queue/change_feed.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/ingestion/worker/call_canceller.h"
#include "services/ingestion/worker/document_pipeline.h"
#include "services/ingestion/worker/lease_keeper.h"
#include "services/ingestion/worker/worker_metrics.h"
#include "services/server/clock/clock.h"

namespace isnad::ingestion {

struct WorkerOptions {
  int threads = 2;
  // Names this process in leases; the same after a restart.
  std::string owner = "ingestion";
  absl::Duration lease_duration = absl::Minutes(2);
  RetryPolicy retry;
};

// Leases work, passes it through the pipeline and reports the outcome. Everything passed in
// outlives it. Start and Stop are called by one thread.
class WorkerPool {
 public:
  WorkerPool(WorkerOptions options, IngestionQueue* queue, ChangeFeed* feed,
             DocumentPipeline* pipeline, WorkerMetrics* metrics, server::Clock* clock);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Takes back what a former life of this owner left leased, and starts the threads.
  void Start();

  // Cancels running calls, gives their work back and joins the threads. Closes the feed.
  // Idempotent.
  void Stop();

  // Works on one document that is due. Returns whether there was one. Thread safe; used by the
  // threads, and by tests without any.
  absl::StatusOr<bool> RunOne();

 private:
  void RunThread(int index);
  // Waits until work may be due.
  void WaitForWork();
  void Finish(const LeasedWork& work, const absl::StatusOr<StoredCounts>& outcome);
  absl::Status Report(const LeasedWork& work, const absl::StatusOr<StoredCounts>& outcome);
  absl::Status ReportFailure(const LeasedWork& work, const absl::Status& status);

  const WorkerOptions options_;
  IngestionQueue* const queue_;
  ChangeFeed* const feed_;
  DocumentPipeline* const pipeline_;
  WorkerMetrics* const metrics_;
  server::Clock* const clock_;
  CallCanceller canceller_;
  LeaseKeeper lease_keeper_;
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> threads_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_WORKER_WORKER_POOL_H_
