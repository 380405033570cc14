// What every engine of IngestionQueue must pass.
//
//   INSTANTIATE_TEST_SUITE_P(Sqlite, IngestionQueueConformance,
//                            testing::Values(QueueEngine{&MakeStorage}));

#ifndef ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_QUEUE_CONFORMANCE_H_
#define ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_QUEUE_CONFORMANCE_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "services/ingestion/queue/ingestion_queue.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::ingestion {

// Storage of one test, which queues can be opened on again and again.
class QueueStorage {
 public:
  virtual ~QueueStorage() = default;

  // Opens the queue. The one before was destroyed.
  virtual std::unique_ptr<IngestionQueue> Open(size_t max_unfinished) = 0;
};

struct QueueEngine {
  std::function<std::unique_ptr<QueueStorage>()> make_storage;
};

class IngestionQueueConformance : public testing::TestWithParam<QueueEngine> {
 protected:
  void SetUp() override;

  // Closes the queue and opens it again, as after a restart.
  void Reopen();

  // A request to ingest `text` as a document.
  static EnqueueRequest RequestFor(const std::string& document_id, const std::string& text,
                                   const std::string& request_id = "");

  absl::StatusOr<IngestionRecord> Enqueue(const EnqueueRequest& request);
  // Enqueues and leases a document; the test fails when it cannot.
  LeasedWork EnqueueAndLease(const std::string& document_id);
  LeasedWork MustLease();
  bool NothingDue();
  IngestionRecord MustGet(const std::string& ingestion_id);

  static constexpr size_t kMaxUnfinished = 5;

  server::FakeClock clock_;
  std::unique_ptr<QueueStorage> storage_;
  std::unique_ptr<IngestionQueue> queue_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_QUEUE_CONFORMANCE_H_
