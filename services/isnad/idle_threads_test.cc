#include "services/isnad/idle_threads.h"

#include <thread>

#include "absl/synchronization/notification.h"
#include "gtest/gtest.h"

namespace isnad::suite {
namespace {

TEST(IdleThreadsTest, DoesAJobWhileItsGiverDoesSomethingElse) {
  IdleThreads threads(1);
  absl::Notification done;
  IdleThreads::Job job([&] { done.Notify(); });
  threads.Begin(&job);
  done.WaitForNotification();
  threads.Finish(&job);
}

TEST(IdleThreadsTest, WhoNeedsAJobThatNobodyHasBegunDoesItItself) {
  IdleThreads threads(1);
  absl::Notification begun;
  absl::Notification go_on;
  IdleThreads::Job slow([&] {
    begun.Notify();
    go_on.WaitForNotification();
  });
  threads.Begin(&slow);
  begun.WaitForNotification();
  std::thread::id worker;
  IdleThreads::Job job([&] { worker = std::this_thread::get_id(); });
  threads.Begin(&job);
  threads.Finish(&job);
  EXPECT_EQ(worker, std::this_thread::get_id());
  go_on.Notify();
  threads.Finish(&slow);
}

TEST(IdleThreadsTest, WhatIsDroppedBeforeItBeginsIsNotDone) {
  IdleThreads threads(0);
  bool done = false;
  {
    IdleThreads::Job job([&] { done = true; });
    threads.Begin(&job);
    threads.Drop(&job);
  }
  EXPECT_FALSE(done);
}

TEST(IdleThreadsTest, WhatIsDroppedWhileItRunsHasEnded) {
  IdleThreads threads(1);
  bool ended = false;
  absl::Notification begun;
  IdleThreads::Job job([&] {
    begun.Notify();
    std::this_thread::yield();
    ended = true;
  });
  threads.Begin(&job);
  begun.WaitForNotification();
  threads.Drop(&job);
  EXPECT_TRUE(ended);
}

}  // namespace
}  // namespace isnad::suite
