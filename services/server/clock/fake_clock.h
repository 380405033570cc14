// A clock that stands still until a test moves it.

#ifndef ISNAD_SERVICES_SERVER_CLOCK_FAKE_CLOCK_H_
#define ISNAD_SERVICES_SERVER_CLOCK_FAKE_CLOCK_H_

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/server/clock/clock.h"

namespace isnad::server {

// Shows the time it was set to. Thread safe.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time now = absl::FromUnixSeconds(1700000000)) : now_(now) {}

  absl::Time Now() override {
    absl::MutexLock lock(&mutex_);
    return now_;
  }

  void SetTime(absl::Time now) {
    absl::MutexLock lock(&mutex_);
    now_ = now;
  }

  void Advance(absl::Duration duration) {
    absl::MutexLock lock(&mutex_);
    now_ += duration;
  }

 private:
  absl::Mutex mutex_;
  absl::Time now_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_CLOCK_FAKE_CLOCK_H_
