#include "services/server/rpc/stream_set.h"

#include "absl/strings/str_cat.h"
#include "services/server/rpc/rpc_context.h"
#include "services/server/status/error_details.h"

namespace isnad::server {

absl::Status StreamSet::Add(grpc::CallbackServerContext* context) {
  absl::MutexLock lock(&mutex_);
  if (closed_) return DrainingError();
  if (static_cast<int>(streams_.size()) >= max_streams_) {
    return WithRetryInfo(
        MakeError(absl::StatusCode::kResourceExhausted,
                  absl::StrCat("the server has ", max_streams_,
                               " streams of this kind open and takes no more at a time"),
                  "TOO_MANY_CALLS"),
        absl::Seconds(5));
  }
  streams_.insert(context);
  return absl::OkStatus();
}

void StreamSet::Remove(grpc::CallbackServerContext* context) {
  absl::MutexLock lock(&mutex_);
  streams_.erase(context);
}

void StreamSet::CancelAll() {
  absl::MutexLock lock(&mutex_);
  closed_ = true;
  for (grpc::CallbackServerContext* context : streams_) context->TryCancel();
}

}  // namespace isnad::server
