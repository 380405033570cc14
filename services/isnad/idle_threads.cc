#include "services/isnad/idle_threads.h"

#include <algorithm>

namespace isnad::suite {

IdleThreads::IdleThreads(int count) {
  for (int i = 0; i < count; ++i) threads_.emplace_back([this] { Work(); });
}

IdleThreads::~IdleThreads() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  for (std::thread& thread : threads_) thread.join();
}

void IdleThreads::Begin(Job* job) {
  absl::MutexLock lock(&mutex_);
  waiting_.push_back(job);
}

void IdleThreads::Finish(Job* job) {
  {
    absl::MutexLock lock(&mutex_);
    if (!TakeBack(job)) {
      AwaitEnd(job);
      return;
    }
  }
  job->run_();
}

void IdleThreads::Drop(Job* job) {
  absl::MutexLock lock(&mutex_);
  if (!TakeBack(job)) AwaitEnd(job);
}

bool IdleThreads::TakeBack(Job* job) {
  if (job->state_ != Job::State::kWaiting) return false;
  waiting_.erase(std::remove(waiting_.begin(), waiting_.end(), job), waiting_.end());
  job->state_ = Job::State::kDone;
  return true;
}

void IdleThreads::AwaitEnd(Job* job) {
  const auto done = [job] { return job->state_ == Job::State::kDone; };
  mutex_.Await(absl::Condition(&done));
}

void IdleThreads::Work() {
  while (true) {
    Job* job = nullptr;
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(this, &IdleThreads::HasWork));
      if (waiting_.empty()) return;
      job = waiting_.front();
      waiting_.pop_front();
      job->state_ = Job::State::kRunning;
    }
    job->run_();
    // The job may be gone as soon as it is done.
    absl::MutexLock lock(&mutex_);
    job->state_ = Job::State::kDone;
  }
}

}  // namespace isnad::suite
