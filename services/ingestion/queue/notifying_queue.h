// A queue that tells a ChangeFeed of every change that another queue made durable.

#ifndef ISNAD_SERVICES_INGESTION_QUEUE_NOTIFYING_QUEUE_H_
#define ISNAD_SERVICES_INGESTION_QUEUE_NOTIFYING_QUEUE_H_

#include <memory>
#include <string>
#include <vector>

#include "services/ingestion/queue/change_feed.h"
#include "services/ingestion/queue/ingestion_queue.h"

namespace isnad::ingestion {

// Thread safe. `feed` outlives the queue.
class NotifyingQueue final : public IngestionQueue {
 public:
  NotifyingQueue(std::unique_ptr<IngestionQueue> queue, ChangeFeed* feed);

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
  // Passes `status` on, telling the feed when it is OK.
  absl::Status Announce(absl::string_view ingestion_id, absl::Status status);

  const std::unique_ptr<IngestionQueue> queue_;
  ChangeFeed* const feed_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_QUEUE_NOTIFYING_QUEUE_H_
