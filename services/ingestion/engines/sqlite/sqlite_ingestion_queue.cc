#include "services/ingestion/engines/sqlite/sqlite_ingestion_queue.h"

#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/ingestion/engines/sqlite/enqueue_transaction.h"
#include "services/ingestion/engines/sqlite/ingestion_rows.h"
#include "services/ingestion/engines/sqlite/queue_schema.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr auto kReceived = static_cast<int64_t>(IngestionState::kReceived);
constexpr auto kExtracting = static_cast<int64_t>(IngestionState::kExtracting);
constexpr auto kStored = static_cast<int64_t>(IngestionState::kStored);
constexpr auto kFailed = static_cast<int64_t>(IngestionState::kFailed);

// The row that a live lease is on.
constexpr char kHeldRow[] = " WHERE id = ? AND state = ? AND lease_token = ?";

// Binds `kHeldRow`, runs the update, and finds whether the lease was live.
absl::Status RunOnHeldRow(Database* database, Statement* update, const Lease& lease) {
  ISNAD_RETURN_IF_ERROR(update->Bind(lease.ingestion_id).Bind(kExtracting).Bind(lease.token).Run());
  return database->Changes() == 1 ? absl::OkStatus() : LeaseLostError(lease.ingestion_id);
}

absl::StatusOr<std::vector<std::string>> ReadIds(Statement* statement) {
  std::vector<std::string> ids;
  for (;;) {
    ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, statement->Step());
    if (result == Statement::StepResult::kDone) return ids;
    ids.push_back(statement->Text(0));
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteIngestionQueue>> SqliteIngestionQueue::Open(
    SqliteQueueOptions options) {
  ISNAD_ASSIGN_OR_RETURN(auto lock, FileLock::Acquire(absl::StrCat(options.path, ".lock")));
  ISNAD_ASSIGN_OR_RETURN(auto writer, Database::Open(options.path, Database::Mode::kReadWrite));
  ISNAD_RETURN_IF_ERROR(MigrateQueueSchema(writer.get()));
  ISNAD_ASSIGN_OR_RETURN(auto reader, Database::Open(options.path, Database::Mode::kReadOnly));
  ISNAD_ASSIGN_OR_RETURN(const size_t unfinished, CountUnfinished(writer.get()));
  return std::unique_ptr<SqliteIngestionQueue>(new SqliteIngestionQueue(
      std::move(options), std::move(lock), std::move(writer), std::move(reader), unfinished));
}

SqliteIngestionQueue::SqliteIngestionQueue(SqliteQueueOptions options,
                                           std::unique_ptr<FileLock> lock,
                                           std::unique_ptr<Database> writer,
                                           std::unique_ptr<Database> reader, size_t unfinished)
    : options_(std::move(options)),
      lock_(std::move(lock)),
      writer_(std::move(writer)),
      unfinished_(unfinished),
      reader_(std::move(reader)) {}

std::vector<absl::StatusOr<IngestionRecord>> SqliteIngestionQueue::Enqueue(
    const std::vector<EnqueueRequest>& requests, absl::Time now) {
  absl::MutexLock lock(&writer_mutex_);
  auto results = EnqueueAll(requests, now);
  if (results.ok()) return *std::move(results);
  return std::vector<absl::StatusOr<IngestionRecord>>(requests.size(), results.status());
}

absl::StatusOr<std::vector<absl::StatusOr<IngestionRecord>>> SqliteIngestionQueue::EnqueueAll(
    const std::vector<EnqueueRequest>& requests, absl::Time now) {
  ISNAD_ASSIGN_OR_RETURN(const auto transaction, Transaction::Begin(writer_.get()));
  EnqueueTransaction intake(writer_.get(), now, unfinished_,
                            {options_.max_unfinished, options_.full_retry_delay});
  std::vector<absl::StatusOr<IngestionRecord>> results;
  results.reserve(requests.size());
  for (const EnqueueRequest& request : requests) {
    ISNAD_ASSIGN_OR_RETURN(EnqueueVerdict verdict, intake.Take(request));
    if (verdict.refusal.ok()) {
      results.emplace_back(std::move(verdict.record));
    } else {
      results.emplace_back(std::move(verdict.refusal));
    }
  }
  ISNAD_RETURN_IF_ERROR(transaction->Commit());
  unfinished_ = intake.unfinished();
  return results;
}

absl::StatusOr<IngestionRecord> SqliteIngestionQueue::Get(absl::string_view ingestion_id) {
  absl::MutexLock lock(&reader_mutex_);
  ISNAD_ASSIGN_OR_RETURN(absl::optional<IngestionRecord> record,
                         ReadIngestion(reader_.get(), ingestion_id));
  if (!record.has_value()) return IngestionNotFoundError(ingestion_id);
  return *std::move(record);
}

absl::StatusOr<std::vector<IngestionRecord>> SqliteIngestionQueue::List(
    const ListIngestionsOptions& options) {
  absl::MutexLock lock(&reader_mutex_);
  return ReadIngestions(reader_.get(), options);
}

absl::StatusOr<absl::optional<LeasedWork>> SqliteIngestionQueue::LeaseNext(
    absl::string_view owner, absl::Time now, absl::Duration duration) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(const auto transaction, Transaction::Begin(writer_.get()));
  ISNAD_ASSIGN_OR_RETURN(
      Statement due,
      writer_->Prepare("SELECT id, document, lease_token, attempt_count FROM ingestions "
                       "WHERE due_time <= ? ORDER BY due_time, sequence LIMIT 1"));
  ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result,
                         due.Bind(absl::make_optional(now)).Step());
  if (result == Statement::StepResult::kDone) return absl::optional<LeasedWork>();

  LeasedWork work;
  work.lease = {due.Text(0), due.Integer(2) + 1, now + duration};
  work.attempt = static_cast<int>(due.Integer(3)) + 1;
  ISNAD_ASSIGN_OR_RETURN(work.document, ReadDocument(writer_.get(), due.Text(1)));
  ISNAD_ASSIGN_OR_RETURN(
      Statement claim,
      writer_->Prepare("UPDATE ingestions SET state = ?, lease_owner = ?, lease_token = ?, "
                       "due_time = ?, attempt_count = ?, update_time = ? WHERE id = ?"));
  claim.Bind(kExtracting)
      .Bind(owner)
      .Bind(work.lease.token)
      .Bind(absl::make_optional(work.lease.expiry))
      .Bind(static_cast<int64_t>(work.attempt))
      .Bind(absl::make_optional(now))
      .Bind(work.lease.ingestion_id);
  ISNAD_RETURN_IF_ERROR(claim.Run());
  ISNAD_RETURN_IF_ERROR(transaction->Commit());
  return absl::make_optional(std::move(work));
}

absl::Status SqliteIngestionQueue::Renew(const Lease& lease, absl::Time now,
                                         absl::Duration duration) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(Statement update, writer_->Prepare(absl::StrCat(
                                               "UPDATE ingestions SET due_time = ?", kHeldRow)));
  update.Bind(absl::make_optional(now + duration));
  return RunOnHeldRow(writer_.get(), &update, lease);
}

absl::Status SqliteIngestionQueue::Complete(const Lease& lease, const StoredCounts& counts,
                                            absl::Time now) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(const auto transaction, Transaction::Begin(writer_.get()));
  ISNAD_ASSIGN_OR_RETURN(Statement update, writer_->Prepare(absl::StrCat(
                                               "UPDATE ingestions SET state = ?, fact_count = ?, "
                                               "passage_count = ?, error = '', error_reason = '', "
                                               "due_time = NULL, lease_owner = '', update_time = ?",
                                               kHeldRow)));
  update.Bind(kStored)
      .Bind(static_cast<int64_t>(counts.facts))
      .Bind(static_cast<int64_t>(counts.passages))
      .Bind(absl::make_optional(now));
  ISNAD_RETURN_IF_ERROR(RunOnHeldRow(writer_.get(), &update, lease));
  ISNAD_ASSIGN_OR_RETURN(const absl::optional<IngestionRecord> record,
                         ReadIngestion(writer_.get(), lease.ingestion_id));
  if (record.has_value()) {
    ISNAD_RETURN_IF_ERROR(ClearDocumentText(writer_.get(), record->document_id));
  }
  ISNAD_RETURN_IF_ERROR(transaction->Commit());
  --unfinished_;
  return absl::OkStatus();
}

absl::Status SqliteIngestionQueue::Fail(const Lease& lease, const AttemptFailure& failure,
                                        absl::Time now) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(Statement update, writer_->Prepare(absl::StrCat(
                                               "UPDATE ingestions SET state = ?, error = ?, "
                                               "error_reason = ?, due_time = ?, lease_owner = '', "
                                               "update_time = ?",
                                               kHeldRow)));
  update.Bind(failure.retry_time.has_value() ? kReceived : kFailed)
      .Bind(failure.error)
      .Bind(failure.reason)
      .Bind(failure.retry_time)
      .Bind(absl::make_optional(now));
  ISNAD_RETURN_IF_ERROR(RunOnHeldRow(writer_.get(), &update, lease));
  if (!failure.retry_time.has_value()) --unfinished_;
  return absl::OkStatus();
}

absl::Status SqliteIngestionQueue::Release(const Lease& lease, absl::Time now) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(
      Statement update,
      writer_->Prepare(absl::StrCat("UPDATE ingestions SET state = ?, due_time = ?, "
                                    "attempt_count = attempt_count - 1, lease_owner = '', "
                                    "update_time = ?",
                                    kHeldRow)));
  update.Bind(kReceived).Bind(absl::make_optional(now)).Bind(absl::make_optional(now));
  return RunOnHeldRow(writer_.get(), &update, lease);
}

absl::StatusOr<std::vector<std::string>> SqliteIngestionQueue::ReleaseAll(absl::string_view owner,
                                                                          absl::Time now) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(
      Statement update,
      writer_->Prepare("UPDATE ingestions SET state = ?, due_time = ?, lease_owner = '', "
                       "update_time = ? WHERE state = ? AND lease_owner = ? RETURNING id"));
  update.Bind(kReceived)
      .Bind(absl::make_optional(now))
      .Bind(absl::make_optional(now))
      .Bind(kExtracting)
      .Bind(owner);
  return ReadIds(&update);
}

absl::StatusOr<IngestionRecord> SqliteIngestionQueue::Retry(absl::string_view ingestion_id,
                                                            absl::Time now) {
  absl::MutexLock lock(&writer_mutex_);
  ISNAD_ASSIGN_OR_RETURN(const auto transaction, Transaction::Begin(writer_.get()));
  ISNAD_ASSIGN_OR_RETURN(absl::optional<IngestionRecord> record,
                         ReadIngestion(writer_.get(), ingestion_id));
  if (!record.has_value()) return IngestionNotFoundError(ingestion_id);
  if (record->state != IngestionState::kFailed) {
    return IngestionNotFailedError(ingestion_id, IngestionStateName(record->state));
  }
  ISNAD_ASSIGN_OR_RETURN(
      Statement update,
      writer_->Prepare("UPDATE ingestions SET state = ?, attempt_count = 0, due_time = ?, "
                       "update_time = ? WHERE id = ?"));
  update.Bind(kReceived).Bind(absl::make_optional(now)).Bind(absl::make_optional(now));
  ISNAD_RETURN_IF_ERROR(update.Bind(ingestion_id).Run());
  ISNAD_ASSIGN_OR_RETURN(record, ReadIngestion(writer_.get(), ingestion_id));
  ISNAD_RETURN_IF_ERROR(transaction->Commit());
  ++unfinished_;
  return *std::move(record);
}

absl::StatusOr<absl::optional<absl::Time>> SqliteIngestionQueue::NextDueTime() {
  absl::MutexLock lock(&reader_mutex_);
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      reader_->Prepare("SELECT MIN(due_time) FROM ingestions WHERE due_time IS NOT NULL"));
  ISNAD_RETURN_IF_ERROR(statement.Step().status());
  return statement.Time(0);
}

absl::StatusOr<QueueDepth> SqliteIngestionQueue::Depth() {
  absl::MutexLock lock(&reader_mutex_);
  QueueDepth depth;
  ISNAD_ASSIGN_OR_RETURN(depth.unfinished, CountUnfinished(reader_.get()));
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      reader_->Prepare("SELECT MIN(create_time) FROM ingestions WHERE due_time IS NOT NULL"));
  ISNAD_RETURN_IF_ERROR(statement.Step().status());
  depth.oldest = statement.Time(0);
  return depth;
}

}  // namespace isnad::ingestion
