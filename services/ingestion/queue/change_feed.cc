#include "services/ingestion/queue/change_feed.h"

#include <algorithm>

namespace isnad::ingestion {
namespace {

// As many workers as may be asleep; more signals would only wake them in vain.
constexpr int kMaxPendingWork = 64;

}  // namespace

std::unique_ptr<ChangeFeed::Subscription> ChangeFeed::Subscribe(absl::string_view ingestion_id,
                                                                size_t max_subscriptions) {
  absl::MutexLock lock(&mutex_);
  if (subscriptions_ >= max_subscriptions) return nullptr;
  ++subscriptions_;
  std::unique_ptr<Listened>& listened = listened_[ingestion_id];
  if (listened == nullptr) listened = std::make_unique<Listened>();
  ++listened->subscriptions;
  return std::unique_ptr<Subscription>(
      new Subscription(this, std::string(ingestion_id), listened->version));
}

ChangeFeed::Subscription::~Subscription() {
  absl::MutexLock lock(&feed_->mutex_);
  --feed_->subscriptions_;
  const auto listened = feed_->listened_.find(id_);
  if (--listened->second->subscriptions == 0) feed_->listened_.erase(listened);
}

bool ChangeFeed::Subscription::Wait(absl::Duration timeout) {
  const absl::Time deadline = absl::Now() + timeout;
  absl::MutexLock lock(&feed_->mutex_);
  Listened& listened = *feed_->listened_.find(id_)->second;
  while (listened.version == seen_ && !feed_->closed_) {
    if (listened.changed.WaitWithDeadline(&feed_->mutex_, deadline)) break;
  }
  const bool changed = listened.version != seen_;
  seen_ = listened.version;
  return changed;
}

void ChangeFeed::NotifyChanged(absl::string_view ingestion_id) {
  absl::MutexLock lock(&mutex_);
  const auto listened = listened_.find(ingestion_id);
  if (listened == listened_.end()) return;
  ++listened->second->version;
  listened->second->changed.SignalAll();
}

void ChangeFeed::NotifyWork() {
  absl::MutexLock lock(&mutex_);
  pending_work_ = std::min(pending_work_ + 1, kMaxPendingWork);
  work_.Signal();
}

void ChangeFeed::WaitForWork(absl::Duration timeout) {
  const absl::Time deadline = absl::Now() + timeout;
  absl::MutexLock lock(&mutex_);
  while (pending_work_ == 0 && !closed_) {
    if (work_.WaitWithDeadline(&mutex_, deadline)) return;
  }
  if (pending_work_ > 0) --pending_work_;
}

void ChangeFeed::Close() {
  absl::MutexLock lock(&mutex_);
  closed_ = true;
  work_.SignalAll();
  for (const auto& entry : listened_) entry.second->changed.SignalAll();
}

bool ChangeFeed::closed() const {
  absl::MutexLock lock(&mutex_);
  return closed_;
}

}  // namespace isnad::ingestion
