#include "services/ingestion/engines/sqlite/sqlite_ingestion_queue.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "services/ingestion/engines/sqlite/database.h"
#include "services/ingestion/queue/ingestion_queue_conformance.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

std::string NewFolder() {
  std::string path = absl::StrCat(testing::TempDir(), "/queue-XXXXXX");
  EXPECT_NE(mkdtemp(path.data()), nullptr);
  return path;
}

absl::StatusOr<std::unique_ptr<SqliteIngestionQueue>> OpenAt(const std::string& path,
                                                             size_t max_unfinished = 1000000) {
  SqliteQueueOptions options;
  options.path = path;
  options.max_unfinished = max_unfinished;
  return SqliteIngestionQueue::Open(options);
}

class SqliteStorage final : public QueueStorage {
 public:
  std::unique_ptr<IngestionQueue> Open(size_t max_unfinished) override {
    auto queue = OpenAt(path_, max_unfinished);
    EXPECT_TRUE(queue.ok()) << queue.status();
    return queue.ok() ? *std::move(queue) : nullptr;
  }

 private:
  const std::string path_ = absl::StrCat(NewFolder(), "/queue.db");
};

INSTANTIATE_TEST_SUITE_P(Sqlite, IngestionQueueConformance, testing::Values(QueueEngine{[] {
                           return std::make_unique<SqliteStorage>();
                         }}));

EnqueueRequest NumberedRequest(int number) {
  EnqueueRequest request;
  request.document.id = absl::StrCat("d-", number);
  request.document.text = absl::StrCat("نص رقم ", number);
  request.document.content_hash = absl::StrCat("hash-", number);
  request.ingestion_id = absl::StrCat("i-", number);
  request.request_id = absl::StrCat("r-", number);
  request.fingerprint = absl::StrCat("f-", number);
  return request;
}

TEST(SqliteIngestionQueueTest, SecondOpenerIsTurnedAway) {
  const std::string path = absl::StrCat(NewFolder(), "/queue.db");
  auto first = OpenAt(path);
  ASSERT_TRUE(first.ok()) << first.status();
  const auto second = OpenAt(path);
  EXPECT_EQ(second.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(server::ErrorReason(second.status()), "QUEUE_IN_USE");
  first->reset();
  EXPECT_TRUE(OpenAt(path).ok());
}

TEST(SqliteIngestionQueueTest, FileOfANewerBuildIsNotTouched) {
  const std::string path = absl::StrCat(NewFolder(), "/queue.db");
  ASSERT_TRUE(OpenAt(path).ok());
  auto database = Database::Open(path, Database::Mode::kReadWrite);
  ASSERT_TRUE((*database)->Execute("PRAGMA user_version=99").ok());
  database->reset();
  EXPECT_EQ(server::ErrorReason(OpenAt(path).status()), "QUEUE_TOO_NEW");
}

TEST(SqliteIngestionQueueTest, DamagedFileIsReported) {
  const std::string path = absl::StrCat(NewFolder(), "/queue.db");
  FILE* file = fopen(path.c_str(), "w");
  ASSERT_NE(file, nullptr);
  const std::string junk(8192, 'x');
  ASSERT_EQ(fwrite(junk.data(), 1, junk.size(), file), junk.size());
  fclose(file);
  EXPECT_EQ(OpenAt(path).status().code(), absl::StatusCode::kDataLoss);
}

TEST(SqliteIngestionQueueTest, MissingFolderIsReported) {
  EXPECT_EQ(OpenAt(absl::StrCat(NewFolder(), "/none/queue.db")).status().code(),
            absl::StatusCode::kUnavailable);
}

TEST(SqliteIngestionQueueTest, TextOfStoredDocumentIsForgotten) {
  const std::string path = absl::StrCat(NewFolder(), "/queue.db");
  {
    auto queue = OpenAt(path);
    ASSERT_TRUE((*queue)->Enqueue({NumberedRequest(1)}, absl::Now())[0].ok());
    const auto work = (*queue)->LeaseNext("o", absl::Now(), absl::Seconds(9));
    ASSERT_TRUE((*queue)->Complete((*work)->lease, {1, 1}, absl::Now()).ok());
  }
  auto database = Database::Open(path, Database::Mode::kReadWrite);
  auto statement = (*database)->Prepare("SELECT text FROM documents");
  ASSERT_TRUE(statement->Step().ok());
  EXPECT_TRUE(statement->IsNull(0));
}

// Takes documents in until it is killed, and works on some of them. Reports each acknowledged
// number on `pipe_end` after the acknowledgement.
[[noreturn]] void EnqueueUntilKilled(const std::string& path, int first_number, int pipe_end) {
  auto queue = OpenAt(path);
  if (!queue.ok()) _exit(3);
  for (int number = first_number;; number += 2) {
    const auto results =
        (*queue)->Enqueue({NumberedRequest(number), NumberedRequest(number + 1)}, absl::Now());
    for (const auto& result : results) {
      if (!result.ok()) _exit(4);
    }
    const std::string acks = absl::StrCat(number, "\n", number + 1, "\n");
    if (write(pipe_end, acks.data(), acks.size()) < 0) _exit(5);
    const auto work = (*queue)->LeaseNext("victim", absl::Now(), absl::Seconds(60));
    if (!work.ok()) _exit(6);
    if (work->has_value() && number % 6 == 1 &&
        !(*queue)->Complete((*work)->lease, {1, 1}, absl::Now()).ok()) {
      _exit(7);
    }
  }
}

// Runs a victim until it acknowledged `acks` numbers and a random moment has passed, kills it, and
// returns all it acknowledged.
std::vector<int> RunVictim(const std::string& path, int first_number, size_t acks,
                           int delay_micros) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t victim = fork();
  if (victim == 0) {
    close(ends[0]);
    EnqueueUntilKilled(path, first_number, ends[1]);
  }
  close(ends[1]);
  std::string output;
  char buffer[4096];
  bool killed = false;
  for (;;) {
    const ssize_t size = read(ends[0], buffer, sizeof(buffer));
    if (size <= 0) break;
    output.append(buffer, static_cast<size_t>(size));
    const size_t lines = static_cast<size_t>(std::count(output.begin(), output.end(), '\n'));
    if (!killed && lines >= acks) {
      // Lands somewhere inside the next transactions.
      usleep(static_cast<useconds_t>(delay_micros));
      kill(victim, SIGKILL);
      killed = true;
    }
  }
  close(ends[0]);
  int status = 0;
  waitpid(victim, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the victim ended by itself: " << WEXITSTATUS(status);
  std::vector<int> numbers;
  for (const absl::string_view line : absl::StrSplit(output, '\n', absl::SkipEmpty())) {
    int number = 0;
    if (absl::SimpleAtoi(line, &number)) numbers.push_back(number);
  }
  return numbers;
}

TEST(SqliteIngestionQueueTest, KilledProcessLosesNothingAcknowledged) {
  const std::string path = absl::StrCat(NewFolder(), "/queue.db");
  std::mt19937 random(20251122);
  std::set<int> acknowledged;
  constexpr int kRounds = 12;
  for (int round = 0; round < kRounds; ++round) {
    const size_t acks = 2 + random() % 30;
    const int delay_micros = static_cast<int>(random() % 3000);
    for (const int number : RunVictim(path, round * 100000 + 1, acks, delay_micros)) {
      EXPECT_TRUE(acknowledged.insert(number).second);
    }
  }
  ASSERT_GT(acknowledged.size(), static_cast<size_t>(kRounds));

  auto queue = OpenAt(path);
  ASSERT_TRUE(queue.ok()) << queue.status();
  ListIngestionsOptions all;
  all.states = {IngestionState::kReceived, IngestionState::kExtracting, IngestionState::kStored,
                IngestionState::kDuplicate, IngestionState::kFailed};
  all.limit = 1000000;
  const auto records = (*queue)->List(all);
  ASSERT_TRUE(records.ok());
  std::multiset<std::string> ids;
  for (const IngestionRecord& record : *records) ids.insert(record.id);
  for (const int number : acknowledged) {
    EXPECT_EQ(ids.count(absl::StrCat("i-", number)), 1u) << number;
    // The repeated request finds the first one and adds nothing.
    const auto again = (*queue)->Enqueue({NumberedRequest(number)}, absl::Now());
    ASSERT_TRUE(again[0].ok()) << again[0].status();
    EXPECT_EQ(again[0]->id, absl::StrCat("i-", number));
  }
  EXPECT_EQ((*queue)->List(all)->size(), records->size());
}

TEST(SqliteIngestionQueueTest, EveryDocumentOfAKilledProcessIsWorkedOnOnce) {
  const std::string path = absl::StrCat(NewFolder(), "/queue.db");
  const std::vector<int> acknowledged = RunVictim(path, 1, 20, 500);
  auto queue = OpenAt(path);
  ASSERT_TRUE(queue.ok()) << queue.status();
  ASSERT_TRUE((*queue)->ReleaseAll("victim", absl::Now()).ok());
  std::multiset<std::string> worked;
  for (;;) {
    const auto work = (*queue)->LeaseNext("survivor", absl::Now(), absl::Hours(1));
    ASSERT_TRUE(work.ok());
    if (!work->has_value()) break;
    EXPECT_FALSE((*work)->document.text.empty());
    worked.insert((*work)->lease.ingestion_id);
    ASSERT_TRUE((*queue)->Complete((*work)->lease, {1, 1}, absl::Now()).ok());
  }
  for (const int number : acknowledged) {
    const auto record = (*queue)->Get(absl::StrCat("i-", number));
    ASSERT_TRUE(record.ok()) << record.status();
    EXPECT_EQ(record->state, IngestionState::kStored);
    EXPECT_LE(worked.count(record->id), 1u);
  }
}

}  // namespace
}  // namespace isnad::ingestion
