#include "services/facts/domain/name_memory.h"

#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace isnad::facts {
namespace {

constexpr size_t kMostIdle = 4;
// Some 5 MB each.
constexpr int kMostUses = 256;
constexpr size_t kMostNames = 5000;

// Memories that no request uses.
struct Idle {
  absl::Mutex mutex;
  std::vector<std::unique_ptr<NameMemory>> memories ABSL_GUARDED_BY(mutex);
  int purges ABSL_GUARDED_BY(mutex) = 0;
};

Idle& TheIdle() {
  static Idle& idle = *new Idle;
  return idle;
}

}  // namespace

const matching::MatchableName& NameMemory::Prepare(const std::string& name) {
  const auto [entry, is_new] = prepared_.try_emplace(name);
  if (is_new) entry->second = matcher_.Prepare(name);
  return entry->second;
}

NameMemoryLease::NameMemoryLease() {
  Idle& idle = TheIdle();
  absl::MutexLock lock(&idle.mutex);
  if (!idle.memories.empty()) {
    memory_ = std::move(idle.memories.back());
    idle.memories.pop_back();
    return;
  }
  memory_ = std::make_unique<NameMemory>();
  memory_->purges_ = idle.purges;
}

NameMemoryLease::~NameMemoryLease() {
  if (++memory_->uses_ >= kMostUses || memory_->prepared_.size() > kMostNames) return;
  Idle& idle = TheIdle();
  absl::MutexLock lock(&idle.mutex);
  if (memory_->purges_ != idle.purges || idle.memories.size() == kMostIdle) return;
  idle.memories.push_back(std::move(memory_));
}

void NameMemoryLease::ForgetAll() {
  Idle& idle = TheIdle();
  std::vector<std::unique_ptr<NameMemory>> forgotten;
  absl::MutexLock lock(&idle.mutex);
  ++idle.purges;
  forgotten.swap(idle.memories);
}

}  // namespace isnad::facts
