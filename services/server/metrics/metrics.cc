#include "services/server/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <cstdlib>
#include <exception>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "services/server/log/log.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

class PrometheusCounter final : public Counter {
 public:
  explicit PrometheusCounter(prometheus::Counter* counter) : counter_(*counter) {}
  void Increment(double by) override { counter_.Increment(by); }

 private:
  prometheus::Counter& counter_;
};

class PrometheusGauge final : public Gauge {
 public:
  explicit PrometheusGauge(prometheus::Gauge* gauge) : gauge_(*gauge) {}
  void Set(double value) override { gauge_.Set(value); }

 private:
  prometheus::Gauge& gauge_;
};

class PrometheusHistogram final : public Histogram {
 public:
  explicit PrometheusHistogram(prometheus::Histogram* histogram) : histogram_(*histogram) {}
  void Observe(double value) override { histogram_.Observe(value); }

 private:
  prometheus::Histogram& histogram_;
};

// Runs what declares a metric. The library throws only for names that no test would have let pass.
template <typename Declare>
auto DeclareOrDie(absl::string_view name, Declare declare) -> decltype(declare()) {
  try {
    return declare();
  } catch (const std::exception& error) {
    LogEvent(LogLevel::kError, "metric_refused", {{"metric", name}, {"error", error.what()}});
    std::abort();
  }
}

// The objects handed out, one per name and labels.
template <typename Metric>
using Handles = std::map<std::pair<std::string, MetricLabels>, std::unique_ptr<Metric>>;

template <typename Metric, typename Make>
Metric& FindOrMake(absl::string_view name, const MetricLabels& labels, Handles<Metric>* handles,
                   Make make) {
  std::unique_ptr<Metric>& handle = (*handles)[{std::string(name), labels}];
  if (handle == nullptr) handle = DeclareOrDie(name, make);
  return *handle;
}

}  // namespace

class Metrics::Impl {
 public:
  Impl()
      : registry_(std::make_shared<prometheus::Registry>()),
        started_(prometheus::BuildCounter()
                     .Name("grpc_server_call_started_total")
                     .Help("RPCs started on the server.")
                     .Register(*registry_)),
        duration_(prometheus::BuildHistogram()
                      .Name("grpc_server_call_duration_seconds")
                      .Help("Time from the start of an RPC to its status.")
                      .Register(*registry_)),
        received_(prometheus::BuildHistogram()
                      .Name("grpc_server_call_rcvd_total_compressed_message_size_bytes")
                      .Help("Bytes of the messages received in an RPC.")
                      .Register(*registry_)),
        sent_(prometheus::BuildHistogram()
                  .Name("grpc_server_call_sent_total_compressed_message_size_bytes")
                  .Help("Bytes of the messages sent in an RPC.")
                  .Register(*registry_)) {}

  const std::shared_ptr<prometheus::Registry> registry_;
  prometheus::Family<prometheus::Counter>& started_;
  prometheus::Family<prometheus::Histogram>& duration_;
  prometheus::Family<prometheus::Histogram>& received_;
  prometheus::Family<prometheus::Histogram>& sent_;

  absl::Mutex mutex_;
  Handles<Counter> counters_ ABSL_GUARDED_BY(mutex_);
  Handles<Gauge> gauges_ ABSL_GUARDED_BY(mutex_);
  Handles<Histogram> histograms_ ABSL_GUARDED_BY(mutex_);
  std::unique_ptr<prometheus::Exposer> exposer_ ABSL_GUARDED_BY(mutex_);
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}

Metrics::~Metrics() = default;

Counter& Metrics::AddCounter(absl::string_view name, absl::string_view help, MetricLabels labels) {
  absl::MutexLock lock(&impl_->mutex_);
  return FindOrMake(name, labels, &impl_->counters_, [&] {
    auto& family = prometheus::BuildCounter()
                       .Name(std::string(name))
                       .Help(std::string(help))
                       .Register(*impl_->registry_);
    return std::make_unique<PrometheusCounter>(&family.Add(labels));
  });
}

Gauge& Metrics::AddGauge(absl::string_view name, absl::string_view help, MetricLabels labels) {
  absl::MutexLock lock(&impl_->mutex_);
  return FindOrMake(name, labels, &impl_->gauges_, [&] {
    auto& family = prometheus::BuildGauge()
                       .Name(std::string(name))
                       .Help(std::string(help))
                       .Register(*impl_->registry_);
    return std::make_unique<PrometheusGauge>(&family.Add(labels));
  });
}

Histogram& Metrics::AddHistogram(absl::string_view name, absl::string_view help,
                                 std::vector<double> buckets, MetricLabels labels) {
  absl::MutexLock lock(&impl_->mutex_);
  return FindOrMake(name, labels, &impl_->histograms_, [&] {
    auto& family = prometheus::BuildHistogram()
                       .Name(std::string(name))
                       .Help(std::string(help))
                       .Register(*impl_->registry_);
    return std::make_unique<PrometheusHistogram>(&family.Add(labels, buckets));
  });
}

void Metrics::CallStarted(absl::string_view method) {
  impl_->started_.Add({{"grpc_method", std::string(method)}}).Increment();
}

void Metrics::CallEnded(absl::string_view method, absl::string_view status,
                        absl::Duration duration) {
  impl_->duration_
      .Add({{"grpc_method", std::string(method)}, {"grpc_status", std::string(status)}},
           DurationBuckets())
      .Observe(absl::ToDoubleSeconds(duration));
}

void Metrics::CallSizes(absl::string_view method, absl::string_view status, int64_t received_bytes,
                        int64_t sent_bytes) {
  const MetricLabels labels = {{"grpc_method", std::string(method)},
                               {"grpc_status", std::string(status)}};
  impl_->received_.Add(labels, SizeBuckets()).Observe(static_cast<double>(received_bytes));
  impl_->sent_.Add(labels, SizeBuckets()).Observe(static_cast<double>(sent_bytes));
}

std::string Metrics::Expose() const {
  return prometheus::TextSerializer().Serialize(impl_->registry_->Collect());
}

absl::StatusOr<int> Metrics::Listen(const std::string& address) {
  absl::MutexLock lock(&impl_->mutex_);
  try {
    impl_->exposer_ = std::make_unique<prometheus::Exposer>(address);
    impl_->exposer_->RegisterCollectable(impl_->registry_);
    const std::vector<int> ports = impl_->exposer_->GetListeningPorts();
    return ports.empty() ? 0 : ports.front();
  } catch (const std::exception& error) {
    return MakeError(absl::StatusCode::kUnavailable,
                     absl::StrCat("metrics address ", address,
                                  " cannot be bound; is the port in use? (", error.what(), ")"),
                     "ADDRESS_NOT_BOUND", {{"address", address}});
  }
}

const std::vector<double>& DurationBuckets() {
  static const auto* const buckets = new std::vector<double>{
      0,     0.00001, 0.00005, 0.0001, 0.0003, 0.0006, 0.0008, 0.001, 0.002, 0.003, 0.004,
      0.005, 0.006,   0.008,   0.01,   0.013,  0.016,  0.02,   0.025, 0.03,  0.04,  0.05,
      0.065, 0.08,    0.1,     0.13,   0.16,   0.2,    0.25,   0.3,   0.4,   0.5,   0.65,
      0.8,   1,       2,       5,      10,     20,     50,     100};
  return *buckets;
}

const std::vector<double>& SizeBuckets() {
  static const auto* const buckets = new std::vector<double>{
      0,       1024,    2048,     4096,     16384,     65536,      262144,
      1048576, 4194304, 16777216, 67108864, 268435456, 1073741824, 4294967296};
  return *buckets;
}

}  // namespace isnad::server
