#include "services/server/health/health_registry.h"

#include <utility>

namespace isnad::server {

void HealthRegistry::SetServices(const std::vector<std::string>& services) {
  absl::MutexLock lock(&mutex_);
  services_.clear();
  services_.insert(services.begin(), services.end());
  NotifyLocked();
}

void HealthRegistry::SetReady() {
  absl::MutexLock lock(&mutex_);
  ready_ = true;
  NotifyLocked();
}

void HealthRegistry::SetDependenciesAvailable(bool available) {
  absl::MutexLock lock(&mutex_);
  dependencies_available_ = available;
  NotifyLocked();
}

void HealthRegistry::SetDraining() {
  absl::MutexLock lock(&mutex_);
  draining_ = true;
  NotifyLocked();
}

Health HealthRegistry::Get(absl::string_view service) const {
  absl::ReaderMutexLock lock(&mutex_);
  return GetLocked(service);
}

int64_t HealthRegistry::Subscribe(std::string service, Listener listener) {
  absl::MutexLock lock(&mutex_);
  const int64_t number = next_subscription_++;
  const Health health = GetLocked(service);
  listener(health);
  subscriptions_[number] = {std::move(service), std::move(listener), health};
  return number;
}

void HealthRegistry::Unsubscribe(int64_t subscription) {
  absl::MutexLock lock(&mutex_);
  subscriptions_.erase(subscription);
}

Health HealthRegistry::GetLocked(absl::string_view service) const {
  if (service == kLivenessService) return Health::kServing;
  if (!service.empty() && !services_.contains(service)) return Health::kUnknownService;
  return ready_ && dependencies_available_ && !draining_ ? Health::kServing : Health::kNotServing;
}

void HealthRegistry::NotifyLocked() {
  for (auto& entry : subscriptions_) {
    Subscription& subscription = entry.second;
    const Health health = GetLocked(subscription.service);
    if (health == subscription.last) continue;
    subscription.last = health;
    subscription.listener(health);
  }
}

}  // namespace isnad::server
