#include "services/server/metrics/metrics.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace isnad::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What an HTTP GET of /metrics answers.
std::string Scrape(int port) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  const std::string request = "GET /metrics HTTP/1.0\r\n\r\n";
  EXPECT_EQ(write(connection, request.data(), request.size()),
            static_cast<ssize_t>(request.size()));
  std::string answer;
  char buffer[4096];
  for (ssize_t read_bytes; (read_bytes = read(connection, buffer, sizeof buffer)) > 0;) {
    answer.append(buffer, static_cast<size_t>(read_bytes));
  }
  close(connection);
  return answer;
}

TEST(MetricsTest, CallsAreCountedByMethodAndStatus) {
  Metrics metrics;
  metrics.CallStarted("a.B/C");
  metrics.CallStarted("a.B/C");
  metrics.CallEnded("a.B/C", "NOT_FOUND", absl::Milliseconds(7));
  metrics.CallSizes("a.B/C", "NOT_FOUND", 1500, 10);
  const std::string text = metrics.Expose();
  EXPECT_THAT(text, HasSubstr("grpc_server_call_started_total{grpc_method=\"a.B/C\"} 2"));
  EXPECT_THAT(text, HasSubstr("grpc_server_call_duration_seconds_count{grpc_method=\"a.B/C\","
                              "grpc_status=\"NOT_FOUND\"} 1"));
  EXPECT_THAT(text, HasSubstr("grpc_status=\"NOT_FOUND\",le=\"0.006\"} 0"));
  EXPECT_THAT(text, HasSubstr("grpc_status=\"NOT_FOUND\",le=\"0.008\"} 1"));
  EXPECT_THAT(text, HasSubstr("grpc_server_call_rcvd_total_compressed_message_size_bytes_sum{"
                              "grpc_method=\"a.B/C\",grpc_status=\"NOT_FOUND\"} 1500"));
}

TEST(MetricsTest, TheSameNameAndLabelsAreTheSameMetric) {
  Metrics metrics;
  Counter& counter = metrics.AddCounter("isnad_facts_total", "Facts.", {{"type", "JOINED"}});
  EXPECT_EQ(&counter, &metrics.AddCounter("isnad_facts_total", "Facts.", {{"type", "JOINED"}}));
  EXPECT_NE(&counter, &metrics.AddCounter("isnad_facts_total", "Facts.", {{"type", "LEFT"}}));
  counter.Increment(3);
  metrics.AddGauge("isnad_queue_depth", "Queue.").Set(4);
  metrics.AddHistogram("isnad_lag_seconds", "Lag.", {1, 2}).Observe(1.5);
  const std::string text = metrics.Expose();
  EXPECT_THAT(text, HasSubstr("isnad_facts_total{type=\"JOINED\"} 3"));
  EXPECT_THAT(text, HasSubstr("isnad_queue_depth 4"));
  EXPECT_THAT(text, HasSubstr("isnad_lag_seconds_bucket{le=\"2\"} 1"));
}

TEST(MetricsTest, AreServedOverHttp) {
  Metrics metrics;
  metrics.AddGauge("isnad_queue_depth", "Queue.").Set(12);
  const absl::StatusOr<int> port = metrics.Listen("127.0.0.1:0");
  ASSERT_TRUE(port.ok()) << port.status();
  EXPECT_THAT(Scrape(*port), HasSubstr("isnad_queue_depth 12"));

  Metrics other;
  const absl::StatusOr<int> taken = other.Listen("127.0.0.1:" + std::to_string(*port));
  EXPECT_EQ(taken.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(taken.status().message()), HasSubstr("port in use"));
}

TEST(MetricsDeathTest, AMetricOfAnotherKindEndsTheProcess) {
  Metrics metrics;
  metrics.AddGauge("isnad_x", "X.");
  EXPECT_DEATH(metrics.AddCounter("isnad_x", "X."), "metric_refused");
}

}  // namespace
}  // namespace isnad::server
