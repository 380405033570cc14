// Ends running calls to other services at once.

#ifndef ISNAD_SERVICES_INGESTION_WORKER_CALL_CANCELLER_H_
#define ISNAD_SERVICES_INGESTION_WORKER_CALL_CANCELLER_H_

#include <grpcpp/client_context.h>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_set.h"
#include "absl/synchronization/mutex.h"

namespace isnad::ingestion {

// Thread safe.
class CallCanceller {
 public:
  // Registers a call for the lifetime of the object.
  class Scope {
   public:
    Scope(CallCanceller* canceller, grpc::ClientContext* context);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    CallCanceller* const canceller_;
    grpc::ClientContext* const context_;
  };

  // Cancels the registered calls and all that come later.
  void CancelAll();

  bool cancelled() const;

 private:
  mutable absl::Mutex mutex_;
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
  absl::flat_hash_set<grpc::ClientContext*> running_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_WORKER_CALL_CANCELLER_H_
