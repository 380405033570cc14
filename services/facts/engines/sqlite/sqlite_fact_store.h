// The fact store in one SQLite file: the embedded default.
//
// One connection writes, behind a mutex, with BEGIN IMMEDIATE, in WAL mode with full sync; a pool
// of connections reads at the same time. A reader that is not free within ten seconds is
// UNAVAILABLE. Cost of a write: one sync of the log. A read as of a time after the last write
// writes that time down first.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SQLITE_FACT_STORE_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SQLITE_FACT_STORE_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/facts/engines/sql/posting_cache.h"
#include "services/facts/engines/sql/sql_fact_store.h"
#include "services/facts/engines/sql/when_absent.h"
#include "services/facts/engines/sqlite/connection.h"
#include "services/facts/engines/sqlite/schema.h"
#include "services/facts/store/fact_store.h"
#include "services/server/clock/clock.h"

namespace isnad::facts::sqlite {

class SqliteFactStore final : public sql::SqlFactStore {
 public:
  struct Options {
    // File of the database; its folder must exist. Two files beside it hold the log.
    std::string path;
    // Connections that read at the same time.
    int readers = 4;
    // Makes the match keys of spellings that a release before them stored.
    MatchKeysOf match_keys_of;
    WhenAbsent when_absent = WhenAbsent::kCreate;
  };

  // Opens or creates the store, checks its file and brings its tables up to date. `clock` must
  // outlive the store. DATA_LOSS when the file is damaged, FAILED_PRECONDITION when it is newer
  // than this release, UNAVAILABLE when it cannot be opened.
  static absl::StatusOr<std::unique_ptr<SqliteFactStore>> Open(Options options,
                                                               server::Clock* clock);

  using FactStore::Read;
  using FactStore::Write;
  absl::Status Write(const std::function<absl::Status(WriteTransaction&)>& write,
                     absl::Time deadline) override;
  absl::StatusOr<std::unique_ptr<Snapshot>> Read(Micros time, absl::Time deadline) override;
  void WaitForChange(int64_t sequence, absl::Duration timeout) override;
  absl::Status ReadRows(const std::function<absl::Status(sql::View&)>& read) override;
  absl::Status WriteRows(const std::function<absl::Status(sql::View&)>& write) override;
  absl::StatusOr<int> ReadSchemaNumber() override;

 private:
  friend class ReaderLease;

  explicit SqliteFactStore(server::Clock* clock) : clock_(clock) {}
  absl::Status WriteUntil(const std::function<absl::Status(sql::View&)>& write,
                          absl::Time deadline);
  // Returns the number of the last change in the log, and the time of the transaction.
  absl::StatusOr<int64_t> RunTransaction(const std::function<absl::Status(sql::View&)>& write,
                                         Micros* time) ABSL_EXCLUSIVE_LOCKS_REQUIRED(writer_mutex_);
  // A reader at the begin of its transaction.
  absl::StatusOr<std::unique_ptr<Connection>> LeaseReader(absl::Time deadline);
  // Whether no write takes that time or an earlier one any more.
  bool IsPast(Micros time);
  // Sees to it that none does.
  absl::Status AdvanceClock(Micros time);
  void GiveBack(std::unique_ptr<Connection> reader);
  bool HasReader() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(readers_mutex_) { return !readers_.empty(); }

  server::Clock* const clock_;
  sql::PostingCache postings_;

  absl::Mutex writer_mutex_;
  std::unique_ptr<Connection> writer_ ABSL_GUARDED_BY(writer_mutex_);

  absl::Mutex readers_mutex_;
  std::vector<std::unique_ptr<Connection>> readers_ ABSL_GUARDED_BY(readers_mutex_);

  absl::Mutex times_mutex_;
  // The store's clock: no write takes that time or an earlier one.
  Micros last_time_ ABSL_GUARDED_BY(times_mutex_) = 0;
  int64_t last_change_ ABSL_GUARDED_BY(times_mutex_) = 0;
};

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SQLITE_FACT_STORE_H_
