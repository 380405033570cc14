#include "services/facts/engines/sqlite/sqlite_fact_store.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/facts/engines/sql/sql_snapshot.h"
#include "services/facts/engines/sqlite/sqlite_dialect.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sqlite {
namespace {

constexpr absl::Duration kReaderTimeout = absl::Seconds(10);

// The log is copied back every 10,000 pages (40 MB) rather than every 1,000: checkpoints run
// inside a commit, so they should be few.
constexpr const char* kWriterPragmas =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000; "
    "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; "
    "PRAGMA cache_size = -32768;";
// As much of the file as SQLite maps is read without copying: 2 GB.
constexpr const char* kReaderPragmas =
    "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; "
    "PRAGMA mmap_size = 2147418112;";

}  // namespace

// Holds a reader for as long as a snapshot lives.
class ReaderLease {
 public:
  ReaderLease(SqliteFactStore* store, std::unique_ptr<Connection> reader)
      : store_(store), reader_(std::move(reader)) {}
  ~ReaderLease() {
    reader_->Execute("ROLLBACK").IgnoreError();
    store_->GiveBack(std::move(reader_));
  }
  ReaderLease(const ReaderLease&) = delete;
  ReaderLease& operator=(const ReaderLease&) = delete;

  Connection& reader() { return *reader_; }
  sql::PostingCache* postings() { return &store_->postings_; }

 private:
  SqliteFactStore* const store_;
  std::unique_ptr<Connection> reader_;
};

namespace {

class SqliteSnapshot final : private ReaderLease, public sql::Reads<Snapshot> {
 public:
  SqliteSnapshot(SqliteFactStore* store, std::unique_ptr<Connection> connection, Micros time)
      : ReaderLease(store, std::move(connection)),
        sql::Reads<Snapshot>(
            sql::View(reader(), SqliteDialect(), time, /*write_time=*/0, postings())) {}
};

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteFactStore>> SqliteFactStore::Open(Options options,
                                                                       server::Clock* clock) {
  std::unique_ptr<SqliteFactStore> store(new SqliteFactStore(clock));
  {
    absl::MutexLock lock(&store->writer_mutex_);
    const bool create = options.when_absent == WhenAbsent::kCreate;
    // Only a writer creates the file.
    ISNAD_ASSIGN_OR_RETURN(store->writer_,
                           Connection::Open(options.path, create ? Connection::Mode::kWriter
                                                                 : Connection::Mode::kReader));
    ISNAD_RETURN_IF_ERROR(store->writer_->Execute(kWriterPragmas));
    ISNAD_RETURN_IF_ERROR(CheckIntegrity(*store->writer_));
    ISNAD_RETURN_IF_ERROR(create ? Migrate(*store->writer_, options.match_keys_of)
                                 : RequireNewestSchema(*store->writer_));
    sql::View view(*store->writer_, SqliteDialect(), kLatest);
    absl::MutexLock times_lock(&store->times_mutex_);
    ISNAD_ASSIGN_OR_RETURN(store->last_change_, sql::ReadLastChange(view));
    ISNAD_ASSIGN_OR_RETURN(store->last_time_, sql::ReadClock(*store->writer_));
  }
  for (int i = 0; i < std::max(1, options.readers); ++i) {
    ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Connection> reader,
                           Connection::Open(options.path, Connection::Mode::kReader));
    ISNAD_RETURN_IF_ERROR(reader->Execute(kReaderPragmas));
    store->GiveBack(std::move(reader));
  }
  return store;
}

absl::Status SqliteFactStore::Write(const std::function<absl::Status(WriteTransaction&)>& write,
                                    absl::Time deadline) {
  return WriteUntil(
      [&write](sql::View& view) {
        sql::SqlTransaction transaction(view);
        return write(transaction);
      },
      deadline);
}

absl::Status SqliteFactStore::WriteRows(const std::function<absl::Status(sql::View&)>& write) {
  return WriteUntil(write, absl::InfiniteFuture());
}

absl::Status SqliteFactStore::WriteUntil(const std::function<absl::Status(sql::View&)>& write,
                                         absl::Time deadline) {
  absl::MutexLock lock(&writer_mutex_);
  if (absl::Now() > deadline) {
    return absl::DeadlineExceededError("other writes of the fact store took all the time");
  }
  ISNAD_RETURN_IF_ERROR(writer_->Execute("BEGIN IMMEDIATE"));
  Micros time = 0;
  absl::StatusOr<int64_t> last_change = RunTransaction(write, &time);
  absl::Status status = last_change.status();
  if (status.ok()) status = writer_->Execute("COMMIT");
  if (!status.ok()) {
    writer_->Execute("ROLLBACK").IgnoreError();
    return status;
  }
  absl::MutexLock times_lock(&times_mutex_);
  last_change_ = *last_change;
  last_time_ = std::max(last_time_, time);
  return absl::OkStatus();
}

absl::StatusOr<int64_t> SqliteFactStore::RunTransaction(
    const std::function<absl::Status(sql::View&)>& write, Micros* time) {
  ISNAD_ASSIGN_OR_RETURN(const Micros last, sql::ReadClock(*writer_));
  sql::View view(*writer_, SqliteDialect(), kLatest,
                 std::max(absl::ToUnixMicros(clock_->Now()), last + 1));
  ISNAD_RETURN_IF_ERROR(write(view));
  *time = view.now;
  ISNAD_RETURN_IF_ERROR(sql::WriteClock(*writer_, view.now));
  return sql::ReadLastChange(view);
}

bool SqliteFactStore::IsPast(Micros time) {
  absl::MutexLock lock(&times_mutex_);
  return time <= last_time_;
}

absl::Status SqliteFactStore::AdvanceClock(Micros time) {
  // A write that has begun already may have taken this time: let it end.
  absl::MutexLock writer_lock(&writer_mutex_);
  if (IsPast(time)) return absl::OkStatus();
  // In the file, so that a process that comes later keeps the promise, too.
  absl::Status status = writer_->Execute(absl::StrCat(
      "BEGIN IMMEDIATE; UPDATE store_clock SET last = ", time, " WHERE last < ", time, "; COMMIT"));
  if (!status.ok()) {
    writer_->Execute("ROLLBACK").IgnoreError();
    return status;
  }
  absl::MutexLock lock(&times_mutex_);
  last_time_ = std::max(last_time_, time);
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<Snapshot>> SqliteFactStore::Read(Micros time, absl::Time deadline) {
  if (time != kLatest && !IsPast(time)) ISNAD_RETURN_IF_ERROR(AdvanceClock(time));
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Connection> reader, LeaseReader(deadline));
  return std::unique_ptr<Snapshot>(new SqliteSnapshot(this, std::move(reader), time));
}

absl::StatusOr<std::unique_ptr<Connection>> SqliteFactStore::LeaseReader(absl::Time deadline) {
  std::unique_ptr<Connection> reader;
  {
    absl::MutexLock lock(&readers_mutex_);
    if (!readers_mutex_.AwaitWithDeadline(absl::Condition(this, &SqliteFactStore::HasReader),
                                          std::min(deadline, absl::Now() + kReaderTimeout))) {
      return absl::UnavailableError("all readers of the fact store are busy");
    }
    reader = std::move(readers_.back());
    readers_.pop_back();
  }
  absl::Status begun = reader->Execute("BEGIN");
  if (!begun.ok()) {
    GiveBack(std::move(reader));
    return begun;
  }
  return reader;
}

absl::Status SqliteFactStore::ReadRows(const std::function<absl::Status(sql::View&)>& read) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Connection> reader, LeaseReader(absl::InfiniteFuture()));
  ReaderLease lease(this, std::move(reader));
  sql::View view(lease.reader(), SqliteDialect(), kLatest);
  return read(view);
}

absl::StatusOr<int> SqliteFactStore::ReadSchemaNumber() {
  absl::MutexLock lock(&writer_mutex_);
  return sqlite::ReadSchemaNumber(*writer_);
}

void SqliteFactStore::GiveBack(std::unique_ptr<Connection> reader) {
  absl::MutexLock lock(&readers_mutex_);
  readers_.push_back(std::move(reader));
}

void SqliteFactStore::WaitForChange(int64_t sequence, absl::Duration timeout) {
  const auto changed = [this, sequence] {
    times_mutex_.AssertHeld();
    return last_change_ > sequence;
  };
  absl::MutexLock lock(&times_mutex_);
  times_mutex_.AwaitWithTimeout(absl::Condition(&changed), timeout);
}

}  // namespace isnad::facts::sqlite
