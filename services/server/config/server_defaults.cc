#include "services/server/config/server_defaults.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/server/log/log.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

using google::protobuf::FieldDescriptor;

// Threads beyond those that calls within the limits keep busy, for refusals and polling.
constexpr int kSpareThreads = 16;

struct Default {
  const char* field;
  int64_t value;
  int64_t lowest = 1;
};

constexpr Default kDefaults[] = {
    {"max_receive_bytes", 32 << 20},
    {"max_send_bytes", 16 << 20},
    {"max_concurrent_rpcs", 256},
    {"max_concurrent_streams", 64},
    {"max_unary_deadline_ms", 60 * 1000},
    {"max_stream_deadline_ms", 60 * 60 * 1000},
    {"drain_pause_ms", 2000, -1},
    {"drain_deadline_ms", 15 * 1000},
    {"max_connection_age_ms", 5 * 60 * 1000},
    {"max_connection_age_grace_ms", 60 * 1000},
    {"keepalive_time_ms", 2 * 60 * 1000},
    {"keepalive_timeout_ms", 20 * 1000},
    {"min_client_ping_interval_ms", 30 * 1000},
    {"readiness_interval_ms", 2000},
    {"max_page_size", 1000},
};

// gRPC takes durations as 32-bit numbers of milliseconds.
constexpr int64_t kHighest = INT32_MAX;

int64_t GetNumber(const config::ServerConfig& config, const FieldDescriptor* field) {
  const auto* reflection = config.GetReflection();
  return field->cpp_type() == FieldDescriptor::CPPTYPE_INT32 ? reflection->GetInt32(config, field)
                                                             : reflection->GetInt64(config, field);
}

void SetNumber(const FieldDescriptor* field, int64_t value, config::ServerConfig* config) {
  const auto* reflection = config->GetReflection();
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_INT32) {
    reflection->SetInt32(config, field, static_cast<int32_t>(value));
  } else {
    reflection->SetInt64(config, field, value);
  }
}

void CompleteNumber(const Default& entry, config::ServerConfig* config,
                    std::vector<FieldViolation>* violations) {
  const FieldDescriptor* field = config->GetDescriptor()->FindFieldByName(entry.field);
  const int64_t value = GetNumber(*config, field);
  if (value == 0) {
    SetNumber(field, entry.value, config);
  } else if (value < entry.lowest || value > kHighest) {
    violations->push_back(
        {entry.field, absl::StrCat(value, " is out of range; use ", entry.lowest, " to ", kHighest,
                                   ", or 0 for ", entry.value)});
  }
}

void CheckAddress(const char* field, const std::string& address,
                  std::vector<FieldViolation>* violations) {
  if (address.empty() || absl::StrContains(address, ':')) return;
  violations->push_back(
      {field, absl::StrCat("\"", Shorten(address),
                           "\" has no port; use HOST:PORT, such as 0.0.0.0:8080")});
}

}  // namespace

absl::StatusOr<config::ServerConfig> CompleteServerConfig(config::ServerConfig config) {
  std::vector<FieldViolation> violations;
  for (const Default& entry : kDefaults) CompleteNumber(entry, &config, &violations);
  if (config.max_threads() == 0) {
    config.set_max_threads(config.max_concurrent_rpcs() + config.max_concurrent_streams() +
                           kSpareThreads);
  } else if (config.max_threads() < 4) {
    violations.push_back({"max_threads", absl::StrCat(config.max_threads(), " is less than 4")});
  }
  if (config.address().empty()) config.set_address("127.0.0.1:8080");
  CheckAddress("address", config.address(), &violations);
  CheckAddress("admin_address", config.admin_address(), &violations);
  CheckAddress("metrics_address", config.metrics_address(), &violations);
  if (config.log_level().empty()) config.set_log_level("info");
  LogLevel level;
  if (!ParseLogLevel(config.log_level(), &level)) {
    violations.push_back({"log_level", absl::StrCat("\"", Shorten(config.log_level()),
                                                    "\" is not debug, info, warning or error")});
  }
  if (!violations.empty()) return InvalidFields(std::move(violations), "INVALID_CONFIG");
  return config;
}

}  // namespace isnad::server
