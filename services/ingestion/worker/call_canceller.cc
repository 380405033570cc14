#include "services/ingestion/worker/call_canceller.h"

namespace isnad::ingestion {

CallCanceller::Scope::Scope(CallCanceller* canceller, grpc::ClientContext* context)
    : canceller_(canceller), context_(context) {
  absl::MutexLock lock(&canceller_->mutex_);
  canceller_->running_.insert(context_);
  if (canceller_->cancelled_) context_->TryCancel();
}

CallCanceller::Scope::~Scope() {
  absl::MutexLock lock(&canceller_->mutex_);
  canceller_->running_.erase(context_);
}

void CallCanceller::CancelAll() {
  absl::MutexLock lock(&mutex_);
  cancelled_ = true;
  for (grpc::ClientContext* context : running_) context->TryCancel();
}

bool CallCanceller::cancelled() const {
  absl::MutexLock lock(&mutex_);
  return cancelled_;
}

}  // namespace isnad::ingestion
