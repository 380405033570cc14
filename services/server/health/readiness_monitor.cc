#include "services/server/health/readiness_monitor.h"

#include <utility>

#include "services/server/log/log.h"
#include "services/server/status/error_details.h"

namespace isnad::server {

ReadinessMonitor::ReadinessMonitor(HealthRegistry* registry, absl::Duration interval)
    : registry_(registry), interval_(interval) {}

ReadinessMonitor::~ReadinessMonitor() { Stop(); }

void ReadinessMonitor::Add(std::string name, std::function<absl::Status()> check) {
  checks_[std::move(name)].run = std::move(check);
}

void ReadinessMonitor::Start() {
  if (checks_.empty()) return;
  registry_->SetDependenciesAvailable(false);
  thread_ = std::thread([this] { Loop(); });
}

void ReadinessMonitor::Stop() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  if (thread_.joinable()) thread_.join();
}

void ReadinessMonitor::Loop() {
  while (true) {
    registry_->SetDependenciesAvailable(RunChecks());
    absl::MutexLock lock(&mutex_);
    if (mutex_.AwaitWithTimeout(absl::Condition(&stopping_), interval_)) return;
  }
}

bool ReadinessMonitor::RunChecks() {
  bool all_passed = true;
  for (auto& entry : checks_) {
    Check& check = entry.second;
    const absl::Status status = check.run();
    if (!check.known || check.passed != status.ok()) {
      LogEvent(
          status.ok() ? LogLevel::kInfo : LogLevel::kWarning, "readiness_check",
          {{"check", entry.first}, {"ok", status.ok()}, {"error", Shorten(status.message(), 300)}});
    }
    check.known = true;
    check.passed = status.ok();
    all_passed = all_passed && check.passed;
  }
  return all_passed;
}

}  // namespace isnad::server
