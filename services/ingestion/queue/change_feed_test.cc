#include "services/ingestion/queue/change_feed.h"

#include <thread>  // NOLINT(build/c++11)

#include "absl/time/time.h"
#include "gtest/gtest.h"

namespace isnad::ingestion {
namespace {

constexpr absl::Duration kLong = absl::Seconds(30);

TEST(ChangeFeedTest, ChangeBeforeTheWaitIsNotMissed) {
  ChangeFeed feed;
  const auto subscription = feed.Subscribe("i-1", 10);
  feed.NotifyChanged("i-1");
  EXPECT_TRUE(subscription->Wait(kLong));
  EXPECT_FALSE(subscription->Wait(absl::ZeroDuration()));
}

TEST(ChangeFeedTest, ChangeWakesAWaiter) {
  ChangeFeed feed;
  const auto subscription = feed.Subscribe("i-1", 10);
  std::thread changer([&] { feed.NotifyChanged("i-1"); });
  EXPECT_TRUE(subscription->Wait(kLong));
  changer.join();
}

TEST(ChangeFeedTest, OthersChangesAreNotHeard) {
  ChangeFeed feed;
  const auto subscription = feed.Subscribe("i-1", 10);
  feed.NotifyChanged("i-2");
  EXPECT_FALSE(subscription->Wait(absl::ZeroDuration()));
}

TEST(ChangeFeedTest, SubscriptionsAreBounded) {
  ChangeFeed feed;
  auto first = feed.Subscribe("i-1", 2);
  const auto second = feed.Subscribe("i-1", 2);
  EXPECT_EQ(feed.Subscribe("i-2", 2), nullptr);
  first.reset();
  EXPECT_NE(feed.Subscribe("i-2", 2), nullptr);
}

TEST(ChangeFeedTest, SignalOfWorkIsKeptForALaterWait) {
  ChangeFeed feed;
  feed.NotifyWork();
  feed.WaitForWork(absl::InfiniteDuration());
  feed.WaitForWork(absl::ZeroDuration());
}

TEST(ChangeFeedTest, CloseEndsAllWaits) {
  ChangeFeed feed;
  const auto subscription = feed.Subscribe("i-1", 2);
  std::thread worker([&] { feed.WaitForWork(absl::InfiniteDuration()); });
  std::thread watcher([&] { EXPECT_FALSE(subscription->Wait(absl::InfiniteDuration())); });
  feed.Close();
  worker.join();
  watcher.join();
  EXPECT_TRUE(feed.closed());
}

}  // namespace
}  // namespace isnad::ingestion
