// Threads that wait for work which somebody will ask for soon.

#ifndef ISNAD_SERVICES_ISNAD_IDLE_THREADS_H_
#define ISNAD_SERVICES_ISNAD_IDLE_THREADS_H_

#include <deque>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace isnad::suite {

// Runs jobs beside the threads that gave them. Thread safe; its jobs must have ended before it is
// destroyed.
class IdleThreads {
 public:
  // Something to do, once. Finish or Drop it before destroying it.
  class Job {
   public:
    explicit Job(std::function<void()> run) : run_(std::move(run)) {}

   private:
    friend class IdleThreads;
    enum class State { kWaiting, kRunning, kDone };

    const std::function<void()> run_;
    State state_ = State::kWaiting;  // Under the mutex of the threads.
  };

  explicit IdleThreads(int count);
  ~IdleThreads();
  IdleThreads(const IdleThreads&) = delete;
  IdleThreads& operator=(const IdleThreads&) = delete;

  // Gives a job to the next thread that has none.
  void Begin(Job* job);

  // Returns when the job is done; does it here if no thread has begun it.
  void Finish(Job* job);

  // Returns when no thread is at the job, nor will be.
  void Drop(Job* job);

 private:
  void Work();
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopping_ || !waiting_.empty();
  }
  // Whether the job was waiting, and is not any more.
  bool TakeBack(Job* job) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void AwaitEnd(Job* job) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  absl::Mutex mutex_;
  std::deque<Job*> waiting_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace isnad::suite

#endif  // ISNAD_SERVICES_ISNAD_IDLE_THREADS_H_
