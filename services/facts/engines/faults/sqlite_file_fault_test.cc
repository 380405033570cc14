// What happens to the file of a SQLite store, and what is said about it.

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/facts/engines/sqlite/sqlite_fact_store.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {
namespace {

using sqlite::SqliteFactStore;

std::string NewPath() {
  static std::atomic<int> next{0};
  return absl::StrCat(testing::TempDir(), "/fault-", ::getpid(), "-", ++next, ".db");
}

absl::StatusOr<std::unique_ptr<SqliteFactStore>> Open(const std::string& path,
                                                      server::FakeClock* clock) {
  SqliteFactStore::Options options;
  options.path = path;
  options.readers = 2;
  return SqliteFactStore::Open(options, clock);
}

absl::Status PutDocument(FactStore& store, const std::string& id, size_t size = 100) {
  return store.Write([&](WriteTransaction& transaction) {
    DocumentRecord document;
    document.id = id;
    document.text = std::string(size, 'x');
    return transaction.InsertDocument(document);
  });
}

int64_t CountDocuments(FactStore& store) {
  auto snapshot = store.Read(kLatest);
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  return (*snapshot)->GetStats()->documents;
}

// Files may not grow beyond a size while it lives, as on a disk that is full.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;

 private:
  rlimit before_;
};

TEST(SqliteFileFaultTest, FullDiskRefusesWritesAndKeepsWhatWasWritten) {
  server::FakeClock clock;
  auto store = Open(NewPath(), &clock);
  ASSERT_TRUE(store.ok()) << store.status();
  ASSERT_TRUE(PutDocument(**store, "before").ok());
  int64_t kept = 1;
  {
    SizeLimit limit(2 << 20);
    absl::Status status;
    for (int i = 0; i < 100 && status.ok(); ++i) {
      status = PutDocument(**store, absl::StrCat("d", i), 100'000);
      if (status.ok()) ++kept;
    }
    EXPECT_TRUE(absl::IsUnavailable(status)) << status;
    EXPECT_EQ(CountDocuments(**store), kept);
  }
  ASSERT_TRUE(PutDocument(**store, "after", 100'000).ok());
  EXPECT_EQ(CountDocuments(**store), kept + 1);
}

TEST(SqliteFileFaultTest, DamagedPagesAreFoundAtStart) {
  server::FakeClock clock;
  const std::string path = NewPath();
  {
    auto store = Open(path, &clock);
    ASSERT_TRUE(store.ok()) << store.status();
    for (int i = 0; i < 20; ++i) {
      ASSERT_TRUE(PutDocument(**store, absl::StrCat("document-", i), 30'000).ok());
    }
  }
  constexpr std::streamoff kPage = 4096;
  const auto pages = static_cast<std::streamoff>(std::filesystem::file_size(path)) / kPage;
  ASSERT_GT(pages, 100);
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    for (std::streamoff page = pages / 2; page < pages / 2 + 8; ++page) {
      file.seekp(page * kPage);
      file << std::string(kPage, '\xA5');
    }
  }
  const absl::Status status = Open(path, &clock).status();
  EXPECT_TRUE(absl::IsDataLoss(status)) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "damaged")) << status;
  EXPECT_TRUE(absl::StrContains(status.message(), "backup")) << status;
}

TEST(SqliteFileFaultTest, FilesThatCannotBeWrittenAreNamed) {
  server::FakeClock clock;
  const std::string path = NewPath();
  ASSERT_TRUE(Open(path, &clock).ok());
  ASSERT_EQ(chmod(path.c_str(), 0444), 0);
  // Root may write everything, so somebody else tries.
  const pid_t child = fork();
  if (child == 0) {
    if (getuid() == 0 && setuid(65534) != 0) _exit(3);
    const absl::Status status = Open(path, &clock).status();
    if (!absl::IsUnavailable(status)) _exit(1);
    _exit(absl::StrContains(status.message(), path) ? 0 : 2);
  }
  int state = 0;
  ASSERT_EQ(waitpid(child, &state, 0), child);
  EXPECT_TRUE(WIFEXITED(state));
  EXPECT_EQ(WEXITSTATUS(state), 0);
}

TEST(SqliteFileFaultTest, TwoWritersTakeTurns) {
  server::FakeClock clock;
  const std::string path = NewPath();
  auto one = Open(path, &clock);
  auto other = Open(path, &clock);
  ASSERT_TRUE(one.ok() && other.ok());
  std::vector<std::thread> threads;
  for (FactStore* store :
       {static_cast<FactStore*>(one->get()), static_cast<FactStore*>(other->get())}) {
    threads.emplace_back([store, first = one->get()] {
      for (int i = 0; i < 20; ++i) {
        const absl::Status status =
            PutDocument(*store, absl::StrCat(store == first ? "a" : "b", i));
        EXPECT_TRUE(status.ok()) << status;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(CountDocuments(**one), 40);
}

TEST(SqliteFileFaultTest, ClocksThatGoBackwardsNeverReorderWrites) {
  server::FakeClock clock;
  const std::string path = NewPath();
  Micros last = 0;
  for (int start = 0; start < 3; ++start) {
    auto store = Open(path, &clock);
    ASSERT_TRUE(store.ok()) << store.status();
    for (int i = 0; i < 3; ++i) {
      clock.Advance(-absl::Hours(1));
      ASSERT_TRUE((*store)
                      ->Write([&](WriteTransaction& transaction) {
                        EXPECT_GT(transaction.Time(), last);
                        last = transaction.Time();
                        return absl::OkStatus();
                      })
                      .ok());
    }
  }
}

}  // namespace
}  // namespace isnad::facts
