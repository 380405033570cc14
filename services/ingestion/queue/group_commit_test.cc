#include "services/ingestion/queue/group_commit.h"

#include <string>
#include <thread>  // NOLINT(build/c++11)
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::ingestion {
namespace {

// Answers each request with its own id; holds the first transaction until told to go on.
class GatedQueue final : public IngestionQueue {
 public:
  std::vector<absl::StatusOr<IngestionRecord>> Enqueue(const std::vector<EnqueueRequest>& requests,
                                                       absl::Time) override {
    {
      absl::MutexLock lock(&mutex_);
      group_sizes_.push_back(requests.size());
      mutex_.Await(absl::Condition(&open_));
    }
    std::vector<absl::StatusOr<IngestionRecord>> results;
    for (const EnqueueRequest& request : requests) {
      if (request.document.id == "bad") {
        results.emplace_back(DocumentContentDiffersError("bad"));
        continue;
      }
      IngestionRecord record;
      record.id = request.ingestion_id;
      results.emplace_back(std::move(record));
    }
    return results;
  }

  void WaitUntilBusy() {
    absl::MutexLock lock(&mutex_);
    const auto busy = [this]()
                          ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !group_sizes_.empty(); };
    mutex_.Await(absl::Condition(&busy));
  }

  void Open() {
    absl::MutexLock lock(&mutex_);
    open_ = true;
  }

  std::vector<size_t> group_sizes() {
    absl::MutexLock lock(&mutex_);
    return group_sizes_;
  }

  absl::StatusOr<IngestionRecord> Get(absl::string_view) override { return Unused(); }
  absl::StatusOr<std::vector<IngestionRecord>> List(const ListIngestionsOptions&) override {
    return Unused();
  }
  absl::StatusOr<absl::optional<LeasedWork>> LeaseNext(absl::string_view, absl::Time,
                                                       absl::Duration) override {
    return Unused();
  }
  absl::Status Renew(const Lease&, absl::Time, absl::Duration) override { return Unused(); }
  absl::Status Complete(const Lease&, const StoredCounts&, absl::Time) override { return Unused(); }
  absl::Status Fail(const Lease&, const AttemptFailure&, absl::Time) override { return Unused(); }
  absl::Status Release(const Lease&, absl::Time) override { return Unused(); }
  absl::StatusOr<std::vector<std::string>> ReleaseAll(absl::string_view, absl::Time) override {
    return Unused();
  }
  absl::StatusOr<IngestionRecord> Retry(absl::string_view, absl::Time) override { return Unused(); }
  absl::StatusOr<absl::optional<absl::Time>> NextDueTime() override { return Unused(); }
  absl::StatusOr<QueueDepth> Depth() override { return Unused(); }

 private:
  static absl::Status Unused() { return absl::InternalError("not called in this test"); }

  absl::Mutex mutex_;
  bool open_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<size_t> group_sizes_ ABSL_GUARDED_BY(mutex_);
};

EnqueueRequest RequestOf(const std::string& id) {
  EnqueueRequest request;
  request.document.id = id;
  request.ingestion_id = absl::StrCat("i-", id);
  return request;
}

TEST(GroupCommitTest, CallersWhoWaitShareATransactionAndGetTheirOwnAnswer) {
  GatedQueue queue;
  server::FakeClock clock;
  GroupCommit commit(&queue, &clock);
  std::thread first([&] { EXPECT_EQ(commit.Enqueue(RequestOf("first"))->id, "i-first"); });
  queue.WaitUntilBusy();
  constexpr size_t kCallers = 8;
  std::vector<std::thread> callers;
  for (size_t i = 0; i < kCallers; ++i) {
    callers.emplace_back([&commit, i] {
      const std::string id = i == 3 ? "bad" : absl::StrCat("d", i);
      const auto record = commit.Enqueue(RequestOf(id));
      EXPECT_EQ(record.ok(), i != 3);
      EXPECT_EQ(record.ok() ? record->id : "i-bad", absl::StrCat("i-", id));
    });
  }
  commit.WaitForLine(1 + kCallers);
  queue.Open();
  first.join();
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(queue.group_sizes(), (std::vector<size_t>{1, kCallers}));
}

}  // namespace
}  // namespace isnad::ingestion
