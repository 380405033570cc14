// Makes Abseil's synchronisation visible to ThreadSanitizer.
//
// Debian's libabsl_synchronization is compiled without instrumentation, so
// tsan sees no order between an Unlock and the next Lock and reports a race on
// everything that an absl::Mutex guards. The functions here stand before the
// library's (the dynamic linker takes a binary's own definition first), call
// them, and tell tsan what is ordered after what.
//
// Linked with --config=tsan only.

#include <dlfcn.h>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
}

namespace {

// The library's own function of the same mangled name.
template <typename Function>
Function* Real(const char* mangled) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, mangled));
}

void Acquire(const void* address) { __tsan_acquire(const_cast<void*>(address)); }
void Release(const void* address) { __tsan_release(const_cast<void*>(address)); }

// Conditions are evaluated under the lock, but by whichever thread gives it
// up: each evaluation takes part in the order of the lock.
struct OrderedCondition {
  const absl::Mutex* mutex;
  const absl::Condition* condition;

  static bool Eval(OrderedCondition* self) {
    Acquire(self->mutex);
    const bool holds = self->condition->Eval();
    Release(self->mutex);
    return holds;
  }
};

}  // namespace

// REAL(result, mangled name, parameter types...) with `this` first.
#define REAL(result, mangled, ...) \
  static auto* const real = Real<result(__VA_ARGS__)>("_ZN4absl" INLINE_NAMESPACE mangled)
#define INLINE_NAMESPACE "7debian3"

namespace absl {
ABSL_NAMESPACE_BEGIN

#define LOCK(method, mangled)    \
  void Mutex::method() {         \
    REAL(void, mangled, Mutex*); \
    real(this);                  \
    Acquire(this);               \
  }
#define UNLOCK(method, mangled)  \
  void Mutex::method() {         \
    REAL(void, mangled, Mutex*); \
    Release(this);               \
    real(this);                  \
  }
#define TRY_LOCK(method, mangled)   \
  bool Mutex::method() {            \
    REAL(bool, mangled, Mutex*);    \
    const bool locked = real(this); \
    if (locked) Acquire(this);      \
    return locked;                  \
  }
LOCK(Lock, "5Mutex4LockEv")
LOCK(ReaderLock, "5Mutex10ReaderLockEv")
UNLOCK(Unlock, "5Mutex6UnlockEv")
UNLOCK(ReaderUnlock, "5Mutex12ReaderUnlockEv")
TRY_LOCK(TryLock, "5Mutex7TryLockEv")
TRY_LOCK(ReaderTryLock, "5Mutex13ReaderTryLockEv")

// Waiting gives the lock up, if the caller holds it, and takes it again.
#define WHEN(method, mangled)                                 \
  void Mutex::method(const Condition& condition) {            \
    REAL(void, mangled, Mutex*, const Condition&);            \
    OrderedCondition ordered = {this, &condition};            \
    Release(this);                                            \
    real(this, Condition(&OrderedCondition::Eval, &ordered)); \
    Acquire(this);                                            \
  }
#define WHEN_UNTIL(method, mangled, Limit)                                             \
  bool Mutex::method(const Condition& condition, Limit limit) {                        \
    REAL(bool, mangled, Mutex*, const Condition&, Limit);                              \
    OrderedCondition ordered = {this, &condition};                                     \
    Release(this);                                                                     \
    const bool held = real(this, Condition(&OrderedCondition::Eval, &ordered), limit); \
    Acquire(this);                                                                     \
    return held;                                                                       \
  }
WHEN(Await, "5Mutex5AwaitERKNS0_9ConditionE")
WHEN(LockWhen, "5Mutex8LockWhenERKNS0_9ConditionE")
WHEN(ReaderLockWhen, "5Mutex14ReaderLockWhenERKNS0_9ConditionE")
WHEN_UNTIL(AwaitWithTimeout, "5Mutex16AwaitWithTimeoutERKNS0_9ConditionENS0_8DurationE", Duration)
WHEN_UNTIL(AwaitWithDeadline, "5Mutex17AwaitWithDeadlineERKNS0_9ConditionENS0_4TimeE", Time)
WHEN_UNTIL(LockWhenWithTimeout, "5Mutex19LockWhenWithTimeoutERKNS0_9ConditionENS0_8DurationE",
           Duration)
WHEN_UNTIL(LockWhenWithDeadline, "5Mutex20LockWhenWithDeadlineERKNS0_9ConditionENS0_4TimeE", Time)
WHEN_UNTIL(ReaderLockWhenWithTimeout,
           "5Mutex25ReaderLockWhenWithTimeoutERKNS0_9ConditionENS0_8DurationE", Duration)
WHEN_UNTIL(ReaderLockWhenWithDeadline,
           "5Mutex26ReaderLockWhenWithDeadlineERKNS0_9ConditionENS0_4TimeE", Time)

void CondVar::Wait(Mutex* mutex) {
  REAL(void, "7CondVar4WaitEPNS0_5MutexE", CondVar*, Mutex*);
  Release(mutex);
  real(this, mutex);
  Acquire(mutex);
}

bool CondVar::WaitWithTimeout(Mutex* mutex, Duration timeout) {
  REAL(bool, "7CondVar15WaitWithTimeoutEPNS0_5MutexENS0_8DurationE", CondVar*, Mutex*, Duration);
  Release(mutex);
  const bool timed_out = real(this, mutex, timeout);
  Acquire(mutex);
  return timed_out;
}

bool CondVar::WaitWithDeadline(Mutex* mutex, Time deadline) {
  REAL(bool, "7CondVar16WaitWithDeadlineEPNS0_5MutexENS0_4TimeE", CondVar*, Mutex*, Time);
  Release(mutex);
  const bool timed_out = real(this, mutex, deadline);
  Acquire(mutex);
  return timed_out;
}

bool BlockingCounter::DecrementCount() {
  REAL(bool, "15BlockingCounter14DecrementCountEv", BlockingCounter*);
  Release(this);
  return real(this);
}

void BlockingCounter::Wait() {
  REAL(void, "15BlockingCounter4WaitEv", BlockingCounter*);
  real(this);
  Acquire(this);
}

ABSL_NAMESPACE_END
}  // namespace absl
