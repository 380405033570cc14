// One durable transaction for requests that arrive at the same time.

#ifndef ISNAD_SERVICES_INGESTION_QUEUE_GROUP_COMMIT_H_
#define ISNAD_SERVICES_INGESTION_QUEUE_GROUP_COMMIT_H_

#include <cstddef>
#include <deque>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/types/optional.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/server/clock/clock.h"

namespace isnad::ingestion {

// Callers line up; the first in line enqueues for all who wait, then the next in line does, so that
// the cost of a sync is shared. Thread safe. The queue and the clock outlive it.
class GroupCommit {
 public:
  GroupCommit(IngestionQueue* queue, server::Clock* clock) : queue_(queue), clock_(clock) {}

  // Like IngestionQueue::Enqueue of one request.
  absl::StatusOr<IngestionRecord> Enqueue(EnqueueRequest request);

  // Waits until at least `callers` are in line, those being served included. For tests.
  void WaitForLine(size_t callers);

 private:
  struct Waiter {
    EnqueueRequest request;
    absl::optional<absl::StatusOr<IngestionRecord>> result;
    absl::CondVar turn;
  };

  // Most requests, and bytes of text, in one transaction.
  static constexpr size_t kMaxGroup = 64;
  static constexpr size_t kMaxGroupBytes = size_t{16} << 20;

  // The waiters at the front of the line that go into one transaction.
  std::vector<Waiter*> FrontGroup() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  IngestionQueue* const queue_;
  server::Clock* const clock_;
  absl::Mutex mutex_;
  std::deque<Waiter*> line_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_QUEUE_GROUP_COMMIT_H_
