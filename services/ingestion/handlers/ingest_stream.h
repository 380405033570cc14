// One call of IngestDocuments.

#ifndef ISNAD_SERVICES_INGESTION_HANDLERS_INGEST_STREAM_H_
#define ISNAD_SERVICES_INGESTION_HANDLERS_INGEST_STREAM_H_

#include <grpcpp/support/sync_stream.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "isnad/v1/ingestion_service.grpc.pb.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::ingestion {

// Reads and cleans articles on the calling thread, and on a thread of its own commits what has
// gathered meanwhile in one transaction and acknowledges it, in order. At most 256 articles, and 32
// MiB of their text, wait between the two; then reading pauses and flow control slows the sender.
//
// When the queue is full or storage fails, that article and all that wait behind it are refused
// with that status, and the stream ends with it.
class IngestStream {
 public:
  using Stream = grpc::ServerReaderWriter<isnad::v1::IngestDocumentsResponse,
                                          isnad::v1::IngestDocumentsRequest>;

  // Everything passed in outlives it.
  IngestStream(Stream* stream, IngestionQueue* queue, server::Clock* clock)
      : stream_(stream), queue_(queue), clock_(clock) {}

  // Runs until the sender is done or gone. Call once.
  absl::Status Run(server::RpcContext& rpc);

 private:
  // An article that was cleaned, or why it was refused.
  struct Item {
    int64_t ordinal = 0;
    absl::StatusOr<EnqueueRequest> request;
  };

  void Push(Item item);
  // Waits for items and takes some; none when reading is done.
  std::vector<Item> TakeBatch();
  void CommitUntilDone();
  // Returns whether to go on.
  bool CommitBatch(std::vector<Item> batch);
  bool Acknowledge(int64_t ordinal, const absl::StatusOr<IngestionRecord>& result);
  bool HasRoom() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::Status ending();

  Stream* const stream_;
  IngestionQueue* const queue_;
  server::Clock* const clock_;

  absl::Mutex mutex_;
  std::deque<Item> waiting_ ABSL_GUARDED_BY(mutex_);
  size_t waiting_bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  // Articles read and not acknowledged, including those being committed.
  size_t in_flight_ ABSL_GUARDED_BY(mutex_) = 0;
  bool reading_done_ ABSL_GUARDED_BY(mutex_) = false;
  // Why the stream must end, OK while it need not.
  absl::Status ending_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HANDLERS_INGEST_STREAM_H_
