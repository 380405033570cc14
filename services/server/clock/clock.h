// The source of wall time, injected so that tests decide what time it is.

#ifndef ISNAD_SERVICES_SERVER_CLOCK_CLOCK_H_
#define ISNAD_SERVICES_SERVER_CLOCK_CLOCK_H_

#include "absl/time/time.h"

namespace isnad::server {

// Tells the time. Thread safe.
class Clock {
 public:
  virtual ~Clock() = default;

  virtual absl::Time Now() = 0;
};

// The machine's clock. Never null, lives as long as the process.
Clock* SystemClock();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_CLOCK_CLOCK_H_
