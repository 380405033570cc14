// Checks what a server depends on, again and again, so that probes read a cached outcome.

#ifndef ISNAD_SERVICES_SERVER_HEALTH_READINESS_MONITOR_H_
#define ISNAD_SERVICES_SERVER_HEALTH_READINESS_MONITOR_H_

#include <functional>
#include <map>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/server/health/health_registry.h"

namespace isnad::server {

// Runs checks on a thread of its own and tells a HealthRegistry whether all of them pass. Set up by
// one thread; logs a line each time a check's outcome changes.
class ReadinessMonitor {
 public:
  // `registry` must outlive the monitor.
  ReadinessMonitor(HealthRegistry* registry, absl::Duration interval);
  // Stops.
  ~ReadinessMonitor();
  ReadinessMonitor(const ReadinessMonitor&) = delete;
  ReadinessMonitor& operator=(const ReadinessMonitor&) = delete;

  // Adds a check, which must bound its own time. Before Start.
  void Add(std::string name, std::function<absl::Status()> check);

  // Counts dependencies as unavailable until every check has passed once. Nothing when there are no
  // checks.
  void Start();

  // Waits for a check that runs and runs no more. Idempotent.
  void Stop();

 private:
  struct Check {
    std::function<absl::Status()> run;
    bool known = false;
    bool passed = false;
  };

  void Loop();
  bool RunChecks();

  HealthRegistry* const registry_;
  const absl::Duration interval_;
  std::map<std::string, Check> checks_;
  absl::Mutex mutex_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_HEALTH_READINESS_MONITOR_H_
