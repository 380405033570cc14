#include "services/server/clock/clock.h"

#include "absl/time/clock.h"

namespace isnad::server {
namespace {

class MachineClock final : public Clock {
 public:
  absl::Time Now() override { return absl::Now(); }
};

}  // namespace

Clock* SystemClock() {
  static MachineClock* const clock = new MachineClock;
  return clock;
}

}  // namespace isnad::server
