// The open streams of a service that clients may leave idle for hours.

#ifndef ISNAD_SERVICES_SERVER_RPC_STREAM_SET_H_
#define ISNAD_SERVICES_SERVER_RPC_STREAM_SET_H_

#include <grpcpp/server_context.h>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"

namespace isnad::server {

// Bounds how many streams are open and ends them when the server drains, so that an idle one does
// not hold the drain up. Thread safe.
class StreamSet {
 public:
  explicit StreamSet(int max_streams) : max_streams_(max_streams) {}
  StreamSet(const StreamSet&) = delete;
  StreamSet& operator=(const StreamSet&) = delete;

  // Takes a stream in. RESOURCE_EXHAUSTED with RetryInfo when there are too many, UNAVAILABLE after
  // CancelAll. `context` must stay valid until Remove.
  absl::Status Add(grpc::CallbackServerContext* context);

  // Forgets a stream; one that was not taken in may be given.
  void Remove(grpc::CallbackServerContext* context);

  // Ends all streams with CANCELLED and takes no more.
  void CancelAll();

 private:
  const int max_streams_;
  absl::Mutex mutex_;
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
  absl::flat_hash_set<grpc::CallbackServerContext*> streams_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_STREAM_SET_H_
