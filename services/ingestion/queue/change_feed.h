// Tells those who wait that something in the queue changed.

#ifndef ISNAD_SERVICES_INGESTION_QUEUE_CHANGE_FEED_H_
#define ISNAD_SERVICES_INGESTION_QUEUE_CHANGE_FEED_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace isnad::ingestion {

// Thread safe. Waits are on the machine's clock.
class ChangeFeed {
 public:
  // A listener to the changes of one ingestion. Must not outlive the feed.
  class Subscription {
   public:
    ~Subscription();
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

    // Waits until the ingestion changed since the last call (or since subscribing), the feed was
    // closed, or `timeout` passed. Returns whether it changed.
    bool Wait(absl::Duration timeout);

   private:
    friend class ChangeFeed;
    Subscription(ChangeFeed* feed, std::string id, uint64_t seen)
        : feed_(feed), id_(std::move(id)), seen_(seen) {}

    ChangeFeed* const feed_;
    const std::string id_;
    uint64_t seen_;
  };

  // Returns a listener, or null when `max_subscriptions` exist.
  std::unique_ptr<Subscription> Subscribe(absl::string_view ingestion_id, size_t max_subscriptions);

  // Wakes the listeners of an ingestion.
  void NotifyChanged(absl::string_view ingestion_id);

  // Wakes one worker: there is work.
  void NotifyWork();

  // Waits for work, Close, or the end of `timeout`.
  void WaitForWork(absl::Duration timeout);

  // Wakes everybody; later waits end at once.
  void Close();

  bool closed() const;

 private:
  struct Listened {
    int subscriptions = 0;
    uint64_t version = 0;
    absl::CondVar changed;
  };

  mutable absl::Mutex mutex_;
  absl::CondVar work_ ABSL_GUARDED_BY(mutex_);
  // Saturates: more signals than waits do not add up.
  int pending_work_ ABSL_GUARDED_BY(mutex_) = 0;
  size_t subscriptions_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::flat_hash_map<std::string, std::unique_ptr<Listened>> listened_ ABSL_GUARDED_BY(mutex_);
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_QUEUE_CHANGE_FEED_H_
