// Prometheus metrics of a process: those of gRPC calls, and what services add of their own.

#ifndef ISNAD_SERVICES_SERVER_METRICS_METRICS_H_
#define ISNAD_SERVICES_SERVER_METRICS_METRICS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace isnad::server {

using MetricLabels = std::map<std::string, std::string>;

// A value that only grows. Thread safe.
class Counter {
 public:
  virtual ~Counter() = default;
  virtual void Increment(double by = 1) = 0;
};

// A value that goes up and down. Thread safe.
class Gauge {
 public:
  virtual ~Gauge() = default;
  virtual void Set(double value) = 0;
};

// A distribution. Thread safe.
class Histogram {
 public:
  virtual ~Histogram() = default;
  virtual void Observe(double value) = 0;
};

// All metrics of a process. Thread safe.
//
// Names are Prometheus names with the unit at the end: "isnad_queue_depth",
// "isnad_extraction_facts_total", "isnad_queue_lag_seconds". Label values must come from small
// fixed sets. Asking again for the same name and labels returns the same object; objects live as
// long as the Metrics. A name that Prometheus does not take, or that is of another kind already, is
// a programming error and ends the process.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  Counter& AddCounter(absl::string_view name, absl::string_view help, MetricLabels labels = {});
  Gauge& AddGauge(absl::string_view name, absl::string_view help, MetricLabels labels = {});
  // `buckets` are upper bounds in ascending order.
  Histogram& AddHistogram(absl::string_view name, absl::string_view help,
                          std::vector<double> buckets, MetricLabels labels = {});

  // The measures of gRPC proposal A66 in Prometheus spelling: grpc_server_call_started_total,
  // grpc_server_call_duration_seconds, and the sizes of messages. `method` is
  // "package.Service/Method"; `status` a name such as "OK" or "NOT_FOUND".
  void CallStarted(absl::string_view method);
  void CallEnded(absl::string_view method, absl::string_view status, absl::Duration duration);
  void CallSizes(absl::string_view method, absl::string_view status, int64_t received_bytes,
                 int64_t sent_bytes);

  // The text that a scrape returns.
  std::string Expose() const;

  // Serves scrapes at http://`address`/metrics until the Metrics is destroyed; port 0 picks a free
  // one. Returns the bound port, or UNAVAILABLE when the address cannot be bound. At most once.
  absl::StatusOr<int> Listen(const std::string& address);

 private:
  class Impl;
  const std::unique_ptr<Impl> impl_;
};

// Buckets for durations in seconds and sizes in bytes, those of A66.
const std::vector<double>& DurationBuckets();
const std::vector<double>& SizeBuckets();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_METRICS_METRICS_H_
