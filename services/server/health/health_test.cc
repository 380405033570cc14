#include <atomic>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/server/health/health_registry.h"
#include "services/server/health/readiness_monitor.h"
#include "services/server/log/log.h"

namespace isnad::server {
namespace {

using ::testing::ElementsAre;

constexpr absl::Duration kPatience = absl::Seconds(30);

TEST(HealthRegistryTest, ServesOnceReadyUntilItDrains) {
  HealthRegistry registry;
  registry.SetServices({"a.B"});
  EXPECT_EQ(registry.Get(""), Health::kNotServing);
  registry.SetReady();
  EXPECT_EQ(registry.Get(""), Health::kServing);
  EXPECT_EQ(registry.Get("a.B"), Health::kServing);
  EXPECT_EQ(registry.Get("a.C"), Health::kUnknownService);
  registry.SetDependenciesAvailable(false);
  EXPECT_EQ(registry.Get("a.B"), Health::kNotServing);
  registry.SetDependenciesAvailable(true);
  registry.SetDraining();
  EXPECT_EQ(registry.Get("a.B"), Health::kNotServing);
}

TEST(HealthRegistryTest, LivenessDependsOnNothing) {
  HealthRegistry registry;
  registry.SetDependenciesAvailable(false);
  registry.SetDraining();
  EXPECT_EQ(registry.Get(kLivenessService), Health::kServing);
}

TEST(HealthRegistryTest, ListenersHearEachChangeOnce) {
  HealthRegistry registry;
  std::vector<Health> heard;
  const int64_t subscription =
      registry.Subscribe("a.B", [&](Health health) { heard.push_back(health); });
  registry.SetReady();
  registry.SetServices({"a.B"});
  registry.SetServices({"a.B", "a.C"});
  registry.SetDraining();
  registry.Unsubscribe(subscription);
  registry.SetServices({});
  EXPECT_THAT(heard, ElementsAre(Health::kUnknownService, Health::kServing, Health::kNotServing));
}

// Waits until the registry tells `wanted` for the server as a whole.
bool BecomesOverall(HealthRegistry* registry, Health wanted) {
  absl::Notification reached;
  const int64_t subscription = registry->Subscribe("", [&](Health health) {
    if (health == wanted && !reached.HasBeenNotified()) reached.Notify();
  });
  const bool became = reached.WaitForNotificationWithTimeout(kPatience);
  registry->Unsubscribe(subscription);
  return became;
}

TEST(ReadinessMonitorTest, HealthFollowsTheChecks) {
  ScopedLogCapture capture;
  HealthRegistry registry;
  registry.SetReady();
  std::atomic<bool> available{false};
  ReadinessMonitor monitor(&registry, absl::Milliseconds(1));
  monitor.Add("always", [] { return absl::OkStatus(); });
  monitor.Add("store", [&] {
    return available ? absl::OkStatus() : absl::UnavailableError("the disk is gone");
  });
  monitor.Start();
  EXPECT_EQ(registry.Get(""), Health::kNotServing);
  available = true;
  EXPECT_TRUE(BecomesOverall(&registry, Health::kServing));
  available = false;
  EXPECT_TRUE(BecomesOverall(&registry, Health::kNotServing));
  monitor.Stop();
}

TEST(ReadinessMonitorTest, WithoutChecksNothingIsWaitedFor) {
  HealthRegistry registry;
  registry.SetReady();
  ReadinessMonitor monitor(&registry, absl::Seconds(1));
  monitor.Start();
  EXPECT_EQ(registry.Get(""), Health::kServing);
}

}  // namespace
}  // namespace isnad::server
