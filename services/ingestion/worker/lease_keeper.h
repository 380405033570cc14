// Keeps leases from running out while their work goes on.

#ifndef ISNAD_SERVICES_INGESTION_WORKER_LEASE_KEEPER_H_
#define ISNAD_SERVICES_INGESTION_WORKER_LEASE_KEEPER_H_

#include <string>
#include <thread>  // NOLINT(build/c++11)

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/server/clock/clock.h"

namespace isnad::ingestion {

// Renews what it holds three times per lease duration, on a thread of its own. Thread safe. The
// queue and the clock outlive it.
class LeaseKeeper {
 public:
  LeaseKeeper(IngestionQueue* queue, server::Clock* clock, absl::Duration lease_duration);
  // Stops renewing.
  ~LeaseKeeper();
  LeaseKeeper(const LeaseKeeper&) = delete;
  LeaseKeeper& operator=(const LeaseKeeper&) = delete;

  // Holds a lease for the lifetime of the object.
  class Hold {
   public:
    Hold(LeaseKeeper* keeper, const Lease& lease);
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    LeaseKeeper* const keeper_;
    const std::string id_;
  };

  // Renews everything held, once. Leases that were lost are dropped: their holder finds out when it
  // reports.
  void RenewAll();

 private:
  void Run();

  IngestionQueue* const queue_;
  server::Clock* const clock_;
  const absl::Duration lease_duration_;
  absl::Mutex mutex_;
  absl::CondVar wake_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  absl::flat_hash_map<std::string, Lease> held_ ABSL_GUARDED_BY(mutex_);
  std::thread thread_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_WORKER_LEASE_KEEPER_H_
