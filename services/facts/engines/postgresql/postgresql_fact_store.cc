#include "services/facts/engines/postgresql/postgresql_fact_store.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/facts/engines/postgresql/postgresql_dialect.h"
#include "services/facts/engines/postgresql/retry_wait.h"
#include "services/facts/engines/postgresql/schema.h"
#include "services/facts/engines/sql/sql_snapshot.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::postgresql {
namespace {

constexpr int kMostAttempts = 10;

constexpr const char* kBeginSnapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

// Writes look rows up by their keys alone, so one plan serves all values. Not every database that
// speaks the protocol has the setting.
constexpr const char* kPlanOnce =
    "SELECT set_config('plan_cache_mode', 'force_generic_plan', true) "
    "WHERE current_setting('plan_cache_mode', true) IS NOT NULL";

// What the server may take for a statement, so that none outlives its caller. At least a
// millisecond: 0 would be no limit.
std::string TimeoutStatement(absl::Time deadline) {
  const int64_t millis = absl::ToInt64Milliseconds(deadline - absl::Now());
  return absl::StrCat("SET LOCAL statement_timeout = ", std::max<int64_t>(1, millis));
}

// A snapshot with the connection that it reads from.
class LeasedSnapshot final : private ConnectionLease, public sql::Reads<Snapshot> {
 public:
  LeasedSnapshot(ConnectionLease lease, Micros time, sql::PostingCache* postings)
      : ConnectionLease(std::move(lease)),
        sql::Reads<Snapshot>(sql::View(**static_cast<ConnectionLease*>(this), PostgresqlDialect(),
                                       time, /*write_time=*/0, postings)) {}
  ~LeasedSnapshot() override { (**this).Rollback(); }
};

}  // namespace

PostgresqlFactStore::PostgresqlFactStore(Options options, server::Clock* clock)
    : options_(std::move(options)),
      clock_(clock),
      writers_(options_.url, 1),
      readers_(options_.url, options_.readers) {}

absl::StatusOr<std::unique_ptr<PostgresqlFactStore>> PostgresqlFactStore::Open(
    Options options, server::Clock* clock) {
  std::unique_ptr<PostgresqlFactStore> store(new PostgresqlFactStore(std::move(options), clock));
  {
    ISNAD_ASSIGN_OR_RETURN(ConnectionLease writer, store->writers_.Acquire(absl::InfiniteFuture()));
    ISNAD_RETURN_IF_ERROR(store->options_.when_absent == WhenAbsent::kCreate
                              ? Migrate(*writer)
                              : RequireSchema(*writer));
  }
  ISNAD_ASSIGN_OR_RETURN(const int64_t last, store->ReadLastChange(absl::InfiniteFuture()));
  store->NoteChange(last);
  return store;
}

absl::Time PostgresqlFactStore::Limit(absl::Time deadline) const {
  return std::min(deadline, absl::Now() + options_.longest_call);
}

absl::Status PostgresqlFactStore::Write(const std::function<absl::Status(WriteTransaction&)>& write,
                                        absl::Time deadline) {
  return WriteUntil(
      [&write](sql::View& view) {
        sql::SqlTransaction transaction(view);
        return write(transaction);
      },
      deadline);
}

absl::Status PostgresqlFactStore::WriteRows(const std::function<absl::Status(sql::View&)>& write) {
  return WriteUntil(write, absl::InfiniteFuture());
}

absl::Status PostgresqlFactStore::ReadRows(const std::function<absl::Status(sql::View&)>& read) {
  ISNAD_ASSIGN_OR_RETURN(ConnectionLease lease,
                         LeaseSnapshot(kLatest, Limit(absl::InfiniteFuture())));
  sql::View view(*lease, PostgresqlDialect(), kLatest);
  absl::Status status = read(view);
  lease->Rollback();
  return status;
}

absl::StatusOr<int> PostgresqlFactStore::ReadSchemaNumber() {
  ISNAD_ASSIGN_OR_RETURN(ConnectionLease lease, readers_.Acquire(absl::InfiniteFuture()));
  ISNAD_ASSIGN_OR_RETURN(const StoredSchema schema, ReadSchema(*lease));
  return schema.number;
}

absl::Status PostgresqlFactStore::WriteUntil(const std::function<absl::Status(sql::View&)>& write,
                                             absl::Time deadline) {
  const absl::Time limit = Limit(deadline);
  RetryWait wait;
  for (int attempt = 1;; ++attempt) {
    Attempt made = TryWrite(write, limit);
    if (!made.again || attempt == kMostAttempts) return made.status;
    const absl::Duration pause = wait.Next();
    if (absl::Now() + pause >= limit) return made.status;
    absl::SleepFor(pause);
  }
}

PostgresqlFactStore::Attempt PostgresqlFactStore::TryWrite(
    const std::function<absl::Status(sql::View&)>& write, absl::Time deadline) {
  absl::StatusOr<ConnectionLease> lease = writers_.Acquire(deadline);
  if (!lease.ok()) return {lease.status(), false};
  Connection& connection = **lease;
  int64_t last_change = 0;
  absl::Status status = RunTransaction(connection, write, deadline, &last_change);
  // Nothing was committed yet, so a new connection may try it all again.
  if (connection.IsLost()) return {std::move(status), true};
  if (status.ok()) {
    status = connection.Commit();
    if (connection.IsLost()) {
      return {absl::UnavailableError(absl::StrCat(
                  status.message(), "; whether the write was committed is not known, repeat it")),
              false};
    }
  }
  if (!status.ok()) {
    const bool again = absl::IsAborted(status) && connection.lost_race();
    connection.Rollback();
    return {std::move(status), again};
  }
  NoteChange(last_change);
  return {absl::OkStatus(), false};
}

absl::Status PostgresqlFactStore::RunTransaction(
    Connection& connection, const std::function<absl::Status(sql::View&)>& write,
    absl::Time deadline, int64_t* last_change) {
  // Each statement sees what was committed before it; the lock leaves no other writer to commit.
  ISNAD_ASSIGN_OR_RETURN(
      const Micros last,
      connection.ExecuteForNumber(
          absl::StrCat("BEGIN ISOLATION LEVEL READ COMMITTED; ", TimeoutStatement(deadline), "; ",
                       kPlanOnce, "; SELECT last FROM store_clock WHERE id = 1 FOR UPDATE")));
  const Micros time = std::max(absl::ToUnixMicros(clock_->Now()), last + 1);
  sql::View view(connection, PostgresqlDialect(), kLatest, time);
  ISNAD_RETURN_IF_ERROR(write(view));
  ISNAD_RETURN_IF_ERROR(sql::WriteClock(connection, view.now));
  ISNAD_ASSIGN_OR_RETURN(*last_change, sql::ReadLastChange(view));
  return absl::OkStatus();
}

absl::StatusOr<Micros> PostgresqlFactStore::BeginSnapshot(Connection& connection,
                                                          absl::Time deadline) {
  // The first query is what the snapshot is taken with.
  return connection.ExecuteForNumber(absl::StrCat(kBeginSnapshot, "; ", TimeoutStatement(deadline),
                                                  "; SELECT last FROM store_clock WHERE id = 1"));
}

absl::Status PostgresqlFactStore::BeginLatest(Connection& connection, absl::Time deadline) {
  // Whoever reads the newest state is not told its time, so there is nothing to wait for: the first
  // thing that is asked goes with this. So a connection that is gone has to be noticed beforehand.
  if (connection.WasClosed()) {
    return absl::UnavailableError("the fact store's database closed the connection");
  }
  return connection.SendAhead({kBeginSnapshot, TimeoutStatement(deadline)});
}

absl::Status PostgresqlFactStore::Begin(Connection& connection, Micros time, absl::Time deadline) {
  if (time == kLatest) return BeginLatest(connection, deadline);
  ISNAD_ASSIGN_OR_RETURN(const Micros last, BeginSnapshot(connection, deadline));
  if (last >= time) return absl::OkStatus();
  connection.Rollback();
  ISNAD_RETURN_IF_ERROR(AdvanceClock(time, deadline));
  return BeginSnapshot(connection, deadline).status();
}

absl::StatusOr<ConnectionLease> PostgresqlFactStore::LeaseSnapshot(Micros time,
                                                                   absl::Time deadline) {
  absl::Status failure;
  // A connection that the server closed while idle fails first; then there are only new ones.
  for (int i = 0; i < 2; ++i) {
    ISNAD_ASSIGN_OR_RETURN(ConnectionLease lease, readers_.Acquire(deadline));
    failure = Begin(*lease, time, deadline);
    if (failure.ok()) return lease;
    if (!lease->IsLost()) {
      lease->Rollback();
      return failure;
    }
    readers_.DropIdle();
  }
  return failure;
}

absl::StatusOr<std::unique_ptr<Snapshot>> PostgresqlFactStore::Read(Micros time,
                                                                    absl::Time deadline) {
  ISNAD_ASSIGN_OR_RETURN(ConnectionLease lease, LeaseSnapshot(time, Limit(deadline)));
  return std::unique_ptr<Snapshot>(new LeasedSnapshot(std::move(lease), time, &postings_));
}

absl::Status PostgresqlFactStore::AdvanceClock(Micros time, absl::Time deadline) {
  for (int i = 0;; ++i) {
    ISNAD_ASSIGN_OR_RETURN(ConnectionLease lease, writers_.Acquire(deadline));
    Connection& connection = *lease;
    absl::Status status = connection.Execute(
        absl::StrCat("BEGIN ISOLATION LEVEL READ COMMITTED; ", TimeoutStatement(deadline),
                     "; UPDATE store_clock SET last = ", time, " WHERE id = 1 AND last < ", time));
    if (status.ok()) return connection.Commit();
    const bool again = connection.IsLost() || connection.lost_race();
    connection.Rollback();
    if (!again || i == 2) return status;
  }
}

absl::StatusOr<int64_t> PostgresqlFactStore::ReadLastChange(absl::Time deadline) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, Read(kLatest, deadline));
  return snapshot->LastChange();
}

void PostgresqlFactStore::NoteChange(int64_t sequence) {
  absl::MutexLock lock(&changes_mutex_);
  last_change_ = std::max(last_change_, sequence);
}

void PostgresqlFactStore::WaitForChange(int64_t sequence, absl::Duration timeout) {
  const absl::Time end = absl::Now() + timeout;
  const auto changed = [this, sequence] {
    changes_mutex_.AssertHeld();
    return last_change_ > sequence;
  };
  for (;;) {
    {
      absl::MutexLock lock(&changes_mutex_);
      const absl::Time poll = std::min(end, absl::Now() + options_.poll_interval);
      if (changes_mutex_.AwaitWithDeadline(absl::Condition(&changed), poll)) return;
    }
    if (absl::Now() >= end) return;
    // Other processes write, too.
    const absl::StatusOr<int64_t> last = ReadLastChange(end);
    if (last.ok()) NoteChange(*last);
  }
}

}  // namespace isnad::facts::postgresql
