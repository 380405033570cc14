#include "services/ingestion/worker/lease_keeper.h"

#include <pthread.h>

#include <vector>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "services/server/log/log.h"

namespace isnad::ingestion {

LeaseKeeper::LeaseKeeper(IngestionQueue* queue, server::Clock* clock, absl::Duration lease_duration)
    : queue_(queue), clock_(clock), lease_duration_(lease_duration), thread_([this] { Run(); }) {}

LeaseKeeper::~LeaseKeeper() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    wake_.Signal();
  }
  thread_.join();
}

LeaseKeeper::Hold::Hold(LeaseKeeper* keeper, const Lease& lease)
    : keeper_(keeper), id_(lease.ingestion_id) {
  absl::MutexLock lock(&keeper_->mutex_);
  keeper_->held_[id_] = lease;
}

LeaseKeeper::Hold::~Hold() {
  absl::MutexLock lock(&keeper_->mutex_);
  keeper_->held_.erase(id_);
}

void LeaseKeeper::RenewAll() {
  std::vector<Lease> leases;
  {
    absl::MutexLock lock(&mutex_);
    for (const auto& entry : held_) leases.push_back(entry.second);
  }
  for (const Lease& lease : leases) {
    const absl::Status status = queue_->Renew(lease, clock_->Now(), lease_duration_);
    if (status.ok()) continue;
    server::LogEvent(server::LogLevel::kWarning, "lease_not_renewed",
                     {{"ingestion", lease.ingestion_id}, {"error", std::string(status.message())}});
    if (!absl::IsAborted(status)) continue;
    absl::MutexLock lock(&mutex_);
    const auto held = held_.find(lease.ingestion_id);
    if (held != held_.end() && held->second.token == lease.token) held_.erase(held);
  }
}

void LeaseKeeper::Run() {
  pthread_setname_np(pthread_self(), "ingest-lease");
  for (;;) {
    {
      absl::MutexLock lock(&mutex_);
      const absl::Time until = absl::Now() + lease_duration_ / 3;
      while (!stopping_ && !wake_.WaitWithDeadline(&mutex_, until)) continue;
      if (stopping_) return;
    }
    RenewAll();
  }
}

}  // namespace isnad::ingestion
