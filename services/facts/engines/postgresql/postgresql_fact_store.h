// The fact store in a PostgreSQL database: for more than one machine.
//
// Write transactions take turns over one row, `store_clock`, which every writer of every process
// locks first: they are as ordered as those of a single writer. Readers never wait for them. A
// transaction that loses to another all the same (40001, 40P01, as databases that only speak
// PostgreSQL's protocol answer) is run again from its start, after a wait that doubles, with
// jitter. A connection that was lost is opened anew with the next call.
//
// Cost of a write: a few exchanges with the server, as statements that answer nothing are sent
// without waiting, and one commit. A read as of a time later than the last write moves the clock
// forward, which is a small write.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTGRESQL_FACT_STORE_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTGRESQL_FACT_STORE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/facts/engines/postgresql/connection_pool.h"
#include "services/facts/engines/sql/posting_cache.h"
#include "services/facts/engines/sql/sql_fact_store.h"
#include "services/facts/engines/sql/when_absent.h"
#include "services/facts/store/fact_store.h"
#include "services/server/clock/clock.h"

namespace isnad::facts::postgresql {

class PostgresqlFactStore final : public sql::SqlFactStore {
 public:
  struct Options {
    // postgresql://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETERS, as libpq reads it.
    std::string url;
    // Connections that read at the same time. One more writes.
    int readers = 4;
    // Longest time of a read or a write whose caller set no deadline.
    absl::Duration longest_call = absl::Seconds(60);
    // How often a wait for changes looks for those of other processes.
    absl::Duration poll_interval = absl::Milliseconds(500);
    WhenAbsent when_absent = WhenAbsent::kCreate;
  };

  // Connects and brings the tables up to date. `clock` must outlive the store. INVALID_ARGUMENT
  // when the address cannot be read, UNAVAILABLE when the server does not answer,
  // FAILED_PRECONDITION when the tables are newer than this release. No message holds a password.
  static absl::StatusOr<std::unique_ptr<PostgresqlFactStore>> Open(Options options,
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
  PostgresqlFactStore(Options options, server::Clock* clock);

  // Whether running a transaction again may help, besides its outcome.
  struct Attempt {
    absl::Status status;
    bool again = false;
  };
  absl::Status WriteUntil(const std::function<absl::Status(sql::View&)>& write,
                          absl::Time deadline);
  Attempt TryWrite(const std::function<absl::Status(sql::View&)>& write, absl::Time deadline);
  absl::Status RunTransaction(Connection& connection,
                              const std::function<absl::Status(sql::View&)>& write,
                              absl::Time deadline, int64_t* last_change);
  // Begins a snapshot and returns the time of the last write that it sees.
  absl::StatusOr<Micros> BeginSnapshot(Connection& connection, absl::Time deadline);
  // Begins a snapshot of the newest state with whatever is asked first.
  absl::Status BeginLatest(Connection& connection, absl::Time deadline);
  absl::Status Begin(Connection& connection, Micros time, absl::Time deadline);
  absl::StatusOr<ConnectionLease> LeaseSnapshot(Micros time, absl::Time deadline);
  // Makes sure that no later write takes a time up to `time`.
  absl::Status AdvanceClock(Micros time, absl::Time deadline);
  absl::StatusOr<int64_t> ReadLastChange(absl::Time deadline);
  void NoteChange(int64_t sequence);
  absl::Time Limit(absl::Time deadline) const;

  const Options options_;
  server::Clock* const clock_;
  sql::PostingCache postings_;
  ConnectionPool writers_;
  ConnectionPool readers_;

  absl::Mutex changes_mutex_;
  int64_t last_change_ ABSL_GUARDED_BY(changes_mutex_) = 0;
};

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTGRESQL_FACT_STORE_H_
