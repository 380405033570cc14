#include "services/ingestion/queue/group_commit.h"

#include <utility>

namespace isnad::ingestion {

std::vector<GroupCommit::Waiter*> GroupCommit::FrontGroup() {
  std::vector<Waiter*> group;
  size_t bytes = 0;
  for (Waiter* waiter : line_) {
    bytes += waiter->request.document.text.size();
    if (!group.empty() && (group.size() >= kMaxGroup || bytes > kMaxGroupBytes)) break;
    group.push_back(waiter);
  }
  return group;
}

absl::StatusOr<IngestionRecord> GroupCommit::Enqueue(EnqueueRequest request) {
  Waiter self;
  self.request = std::move(request);
  absl::MutexLock lock(&mutex_);
  line_.push_back(&self);
  while (!self.result.has_value() && line_.front() != &self) self.turn.Wait(&mutex_);
  if (self.result.has_value()) return *std::move(self.result);

  const std::vector<Waiter*> group = FrontGroup();
  std::vector<EnqueueRequest> requests;
  for (Waiter* waiter : group) requests.push_back(std::move(waiter->request));
  // The group stays at the front of the line meanwhile, so nobody else takes a turn.
  mutex_.Unlock();
  auto results = queue_->Enqueue(requests, clock_->Now());
  mutex_.Lock();
  for (size_t i = 0; i < group.size(); ++i) {
    group[i]->result = std::move(results[i]);
    line_.pop_front();
    if (group[i] != &self) group[i]->turn.Signal();
  }
  if (!line_.empty()) line_.front()->turn.Signal();
  return *std::move(self.result);
}

void GroupCommit::WaitForLine(size_t callers) {
  absl::MutexLock lock(&mutex_);
  const auto long_enough = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return line_.size() >= callers;
  };
  mutex_.Await(absl::Condition(&long_enough));
}

}  // namespace isnad::ingestion
