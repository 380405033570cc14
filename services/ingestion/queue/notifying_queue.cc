#include "services/ingestion/queue/notifying_queue.h"

#include <utility>

namespace isnad::ingestion {

NotifyingQueue::NotifyingQueue(std::unique_ptr<IngestionQueue> queue, ChangeFeed* feed)
    : queue_(std::move(queue)), feed_(feed) {}

std::vector<absl::StatusOr<IngestionRecord>> NotifyingQueue::Enqueue(
    const std::vector<EnqueueRequest>& requests, absl::Time now) {
  auto results = queue_->Enqueue(requests, now);
  for (const auto& result : results) {
    if (result.ok() && result->state == IngestionState::kReceived) feed_->NotifyWork();
  }
  return results;
}

absl::StatusOr<IngestionRecord> NotifyingQueue::Get(absl::string_view ingestion_id) {
  return queue_->Get(ingestion_id);
}

absl::StatusOr<std::vector<IngestionRecord>> NotifyingQueue::List(
    const ListIngestionsOptions& options) {
  return queue_->List(options);
}

absl::StatusOr<absl::optional<LeasedWork>> NotifyingQueue::LeaseNext(absl::string_view owner,
                                                                     absl::Time now,
                                                                     absl::Duration duration) {
  auto work = queue_->LeaseNext(owner, now, duration);
  if (work.ok() && work->has_value()) feed_->NotifyChanged((*work)->lease.ingestion_id);
  return work;
}

absl::Status NotifyingQueue::Renew(const Lease& lease, absl::Time now, absl::Duration duration) {
  return queue_->Renew(lease, now, duration);
}

absl::Status NotifyingQueue::Complete(const Lease& lease, const StoredCounts& counts,
                                      absl::Time now) {
  return Announce(lease.ingestion_id, queue_->Complete(lease, counts, now));
}

absl::Status NotifyingQueue::Fail(const Lease& lease, const AttemptFailure& failure,
                                  absl::Time now) {
  return Announce(lease.ingestion_id, queue_->Fail(lease, failure, now));
}

absl::Status NotifyingQueue::Release(const Lease& lease, absl::Time now) {
  return Announce(lease.ingestion_id, queue_->Release(lease, now));
}

absl::StatusOr<std::vector<std::string>> NotifyingQueue::ReleaseAll(absl::string_view owner,
                                                                    absl::Time now) {
  auto ids = queue_->ReleaseAll(owner, now);
  if (!ids.ok()) return ids;
  for (const std::string& id : *ids) {
    feed_->NotifyChanged(id);
    feed_->NotifyWork();
  }
  return ids;
}

absl::StatusOr<IngestionRecord> NotifyingQueue::Retry(absl::string_view ingestion_id,
                                                      absl::Time now) {
  auto record = queue_->Retry(ingestion_id, now);
  if (record.ok()) {
    feed_->NotifyChanged(ingestion_id);
    feed_->NotifyWork();
  }
  return record;
}

absl::StatusOr<absl::optional<absl::Time>> NotifyingQueue::NextDueTime() {
  return queue_->NextDueTime();
}

absl::StatusOr<QueueDepth> NotifyingQueue::Depth() { return queue_->Depth(); }

absl::Status NotifyingQueue::Announce(absl::string_view ingestion_id, absl::Status status) {
  if (status.ok()) feed_->NotifyChanged(ingestion_id);
  return status;
}

}  // namespace isnad::ingestion
