#include "services/ingestion/worker/worker_pool.h"

#include <pthread.h>

#include <algorithm>
#include <utility>

#include "absl/random/random.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/server/log/log.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr absl::Duration kMinWait = absl::Milliseconds(1);
// A bound for work that falls due without a signal, and for the pause after a storage error.
constexpr absl::Duration kMaxWait = absl::Seconds(1);
constexpr size_t kMaxErrorBytes = 2000;

absl::Status AttemptsExhaustedError(int attempts) {
  return server::MakeError(absl::StatusCode::kFailedPrecondition,
                           absl::StrCat("all ", attempts,
                                        " attempts ended without an outcome, as when the process "
                                        "was killed in the middle of each"),
                           "ATTEMPTS_EXHAUSTED");
}

}  // namespace

WorkerPool::WorkerPool(WorkerOptions options, IngestionQueue* queue, ChangeFeed* feed,
                       DocumentPipeline* pipeline, WorkerMetrics* metrics, server::Clock* clock)
    : options_(std::move(options)),
      queue_(queue),
      feed_(feed),
      pipeline_(pipeline),
      metrics_(metrics),
      clock_(clock),
      lease_keeper_(queue, clock, options_.lease_duration) {}

WorkerPool::~WorkerPool() { Stop(); }

void WorkerPool::Start() {
  const auto released = queue_->ReleaseAll(options_.owner, clock_->Now());
  if (!released.ok()) {
    // The leases run out in time.
    server::LogEvent(server::LogLevel::kWarning, "stale_leases_not_released",
                     {{"error", std::string(released.status().message())}});
  } else if (!released->empty()) {
    server::LogEvent(server::LogLevel::kInfo, "stale_leases_released",
                     {{"count", released->size()}});
  }
  for (int i = 0; i < options_.threads; ++i) {
    threads_.emplace_back([this, i] { RunThread(i); });
  }
}

void WorkerPool::Stop() {
  stopping_ = true;
  feed_->Close();
  canceller_.CancelAll();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void WorkerPool::RunThread(int index) {
  pthread_setname_np(pthread_self(), absl::StrCat("ingest-work-", index).c_str());
  while (!stopping_) {
    const absl::StatusOr<bool> worked = RunOne();
    metrics_->UpdateDepth(queue_, clock_->Now());
    if (!worked.ok()) {
      server::LogEvent(server::LogLevel::kError, "queue_unavailable",
                       {{"error", std::string(worked.status().message())}});
      feed_->WaitForWork(kMaxWait);
    } else if (!*worked) {
      WaitForWork();
    }
  }
}

void WorkerPool::WaitForWork() {
  const auto due = queue_->NextDueTime();
  absl::Duration wait = kMaxWait;
  if (due.ok() && due->has_value()) wait = **due - clock_->Now();
  feed_->WaitForWork(std::min(std::max(wait, kMinWait), kMaxWait));
}

absl::StatusOr<bool> WorkerPool::RunOne() {
  ISNAD_ASSIGN_OR_RETURN(const absl::optional<LeasedWork> work,
                         queue_->LeaseNext(options_.owner, clock_->Now(), options_.lease_duration));
  if (!work.has_value()) return false;
  if (work->attempt > options_.retry.max_attempts) {
    Finish(*work, AttemptsExhaustedError(work->attempt - 1));
    return true;
  }
  const LeaseKeeper::Hold hold(&lease_keeper_, work->lease);
  Finish(*work, pipeline_->Process(work->document, &canceller_));
  return true;
}

void WorkerPool::Finish(const LeasedWork& work, const absl::StatusOr<StoredCounts>& outcome) {
  const absl::Status reported = Report(work, outcome);
  if (reported.ok()) return;
  // The lease runs out and the work is done again; both services recognise it.
  server::LogEvent(
      server::LogLevel::kWarning, "outcome_not_recorded",
      {{"ingestion", work.lease.ingestion_id}, {"error", std::string(reported.message())}});
}

absl::Status WorkerPool::Report(const LeasedWork& work,
                                const absl::StatusOr<StoredCounts>& outcome) {
  if (outcome.ok()) {
    ISNAD_RETURN_IF_ERROR(queue_->Complete(work.lease, *outcome, clock_->Now()));
    metrics_->CountStored(*outcome);
    return absl::OkStatus();
  }
  if (stopping_ && canceller_.cancelled()) return queue_->Release(work.lease, clock_->Now());
  return ReportFailure(work, outcome.status());
}

absl::Status WorkerPool::ReportFailure(const LeasedWork& work, const absl::Status& status) {
  AttemptFailure failure;
  failure.error = server::Shorten(status.message(), kMaxErrorBytes);
  failure.reason = server::ErrorReason(status);
  const absl::Time now = clock_->Now();
  const bool last = IsPermanent(status) || work.attempt >= options_.retry.max_attempts;
  if (!last) {
    absl::BitGen random;
    absl::Duration wait =
        BackoffAfter(options_.retry, work.attempt, absl::Uniform(random, 0.0, 1.0));
    const absl::Duration asked = server::RetryDelay(status);
    if (asked != absl::InfiniteDuration()) wait = std::max(wait, asked);
    failure.retry_time = now + std::min(wait, options_.retry.max_backoff);
  }
  ISNAD_RETURN_IF_ERROR(queue_->Fail(work.lease, failure, now));
  if (last) {
    metrics_->CountFailed();
  } else {
    metrics_->CountRetried();
  }
  server::LogEvent(last ? server::LogLevel::kWarning : server::LogLevel::kInfo,
                   last ? "ingestion_failed" : "attempt_failed",
                   {{"ingestion", work.lease.ingestion_id},
                    {"attempt", work.attempt},
                    {"reason", failure.reason}});
  return absl::OkStatus();
}

}  // namespace isnad::ingestion
