// What operators see of the queue and the workers.

#ifndef ISNAD_SERVICES_INGESTION_WORKER_WORKER_METRICS_H_
#define ISNAD_SERVICES_INGESTION_WORKER_WORKER_METRICS_H_

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/server/metrics/metrics.h"

namespace isnad::ingestion {

// Thread safe. The metrics outlive it.
class WorkerMetrics {
 public:
  explicit WorkerMetrics(server::Metrics* metrics);

  // A document was stored.
  void CountStored(const StoredCounts& counts);

  // An attempt failed and will be repeated.
  void CountRetried();

  // An ingestion was given up.
  void CountFailed();

  // Measures the queue, at most once a second.
  void UpdateDepth(IngestionQueue* queue, absl::Time now);

 private:
  server::Counter& stored_;
  server::Counter& facts_;
  server::Counter& retried_;
  server::Counter& failed_;
  server::Gauge& depth_;
  server::Gauge& lag_seconds_;
  absl::Mutex mutex_;
  absl::Time next_update_ ABSL_GUARDED_BY(mutex_) = absl::InfinitePast();
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_WORKER_WORKER_METRICS_H_
