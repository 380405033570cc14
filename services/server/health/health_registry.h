// Which services are healthy, and who wants to know when that changes.

#ifndef ISNAD_SERVICES_SERVER_HEALTH_HEALTH_REGISTRY_H_
#define ISNAD_SERVICES_SERVER_HEALTH_HEALTH_REGISTRY_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"

namespace isnad::server {

enum class Health { kServing, kNotServing, kUnknownService };

// The service name under which liveness is asked for: SERVING as long as the process answers,
// whatever its dependencies do, also while it drains.
constexpr char kLivenessService[] = "liveness";

// Health of the server as a whole (""), which every one of its services shares: SERVING when it was
// declared ready, its dependencies are available and it does not drain. Thread safe.
class HealthRegistry {
 public:
  // Called with the registry's lock held: must not call it back, and must be quick.
  using Listener = std::function<void(Health)>;

  // Declares the services whose health can be asked for.
  void SetServices(const std::vector<std::string>& services);

  void SetReady();
  void SetDependenciesAvailable(bool available);
  // For good: a draining server never serves again.
  void SetDraining();

  Health Get(absl::string_view service) const;

  // Calls `listener` with the present health of `service`, then at each change, until
  // Unsubscribe(the returned number) returns.
  int64_t Subscribe(std::string service, Listener listener);
  void Unsubscribe(int64_t subscription);

 private:
  struct Subscription {
    std::string service;
    Listener listener;
    Health last;
  };

  Health GetLocked(absl::string_view service) const ABSL_SHARED_LOCKS_REQUIRED(mutex_);
  void NotifyLocked() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  mutable absl::Mutex mutex_;
  absl::flat_hash_set<std::string> services_ ABSL_GUARDED_BY(mutex_);
  bool ready_ ABSL_GUARDED_BY(mutex_) = false;
  bool dependencies_available_ ABSL_GUARDED_BY(mutex_) = true;
  bool draining_ ABSL_GUARDED_BY(mutex_) = false;
  int64_t next_subscription_ ABSL_GUARDED_BY(mutex_) = 1;
  std::map<int64_t, Subscription> subscriptions_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_HEALTH_HEALTH_REGISTRY_H_
