#include "services/ingestion/worker/worker_metrics.h"

#include <algorithm>

namespace isnad::ingestion {
namespace {

constexpr absl::Duration kDepthInterval = absl::Seconds(1);
constexpr char kOutcomes[] = "isnad_ingestion_attempts_total";
constexpr char kOutcomesHelp[] = "Attempts to store a document, by outcome.";

}  // namespace

WorkerMetrics::WorkerMetrics(server::Metrics* metrics)
    : stored_(metrics->AddCounter(kOutcomes, kOutcomesHelp, {{"outcome", "stored"}})),
      facts_(metrics->AddCounter("isnad_ingestion_facts_total", "Facts of stored documents.")),
      retried_(metrics->AddCounter(kOutcomes, kOutcomesHelp, {{"outcome", "retried"}})),
      failed_(metrics->AddCounter(kOutcomes, kOutcomesHelp, {{"outcome", "failed"}})),
      depth_(metrics->AddGauge("isnad_ingestion_queue_depth", "Documents not stored yet.")),
      lag_seconds_(metrics->AddGauge("isnad_ingestion_queue_lag_seconds",
                                     "Age of the oldest document not stored yet.")) {}

void WorkerMetrics::CountStored(const StoredCounts& counts) {
  stored_.Increment();
  facts_.Increment(counts.facts);
}

void WorkerMetrics::CountRetried() { retried_.Increment(); }

void WorkerMetrics::CountFailed() { failed_.Increment(); }

void WorkerMetrics::UpdateDepth(IngestionQueue* queue, absl::Time now) {
  {
    absl::MutexLock lock(&mutex_);
    if (now < next_update_) return;
    next_update_ = now + kDepthInterval;
  }
  const auto depth = queue->Depth();
  if (!depth.ok()) return;
  depth_.Set(static_cast<double>(depth->unfinished));
  const absl::Duration lag =
      depth->oldest.has_value() ? now - *depth->oldest : absl::ZeroDuration();
  lag_seconds_.Set(std::max(0.0, absl::ToDoubleSeconds(lag)));
}

}  // namespace isnad::ingestion
