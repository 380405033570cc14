#include "services/ingestion/config/config_defaults.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

constexpr absl::string_view kSqlitePrefix = "sqlite:";
constexpr int64_t kDayMilliseconds = 24LL * 60 * 60 * 1000;

// Returns `value`, or `default_value` for 0; complains when it is not from `min` to `max`.
int64_t InRange(absl::string_view field, int64_t value, int64_t default_value, int64_t min,
                int64_t max, std::vector<server::FieldViolation>* violations) {
  if (value == 0) return default_value;
  if (value < min || value > max) {
    violations->push_back({std::string(field), absl::StrCat("is ", value, "; ", min, " to ", max,
                                                            " is wanted, or 0 for the default")});
  }
  return value;
}

}  // namespace

absl::StatusOr<config::IngestionConfig> CompleteIngestionConfig(config::IngestionConfig config) {
  std::vector<server::FieldViolation> violations;
  const auto in_range = [&](absl::string_view field, int64_t value, int64_t default_value,
                            int64_t min, int64_t max) {
    return InRange(field, value, default_value, min, max, &violations);
  };
  if (config.queue().empty()) config.set_queue("sqlite:isnad-ingestion.db");
  if (!absl::StartsWith(config.queue(), kSqlitePrefix) || SqlitePathOf(config).empty()) {
    violations.push_back({"queue", absl::StrCat("is \"", server::Shorten(config.queue()),
                                                "\"; sqlite:PATH is wanted")});
  }
  if (config.owner().empty()) config.set_owner("ingestion");
  config.set_workers(static_cast<int32_t>(in_range("workers", config.workers(), 2, 1, 64)));
  config.set_max_attempts(
      static_cast<int32_t>(in_range("max_attempts", config.max_attempts(), 20, 1, 1000)));
  config.set_initial_backoff_ms(
      in_range("initial_backoff_ms", config.initial_backoff_ms(), 1000, 1, kDayMilliseconds));
  config.set_max_backoff_ms(
      in_range("max_backoff_ms", config.max_backoff_ms(), 600000, 1, kDayMilliseconds));
  config.set_max_queue_length(
      in_range("max_queue_length", config.max_queue_length(), 100000, 1, 100000000));
  config.set_lease_ms(in_range("lease_ms", config.lease_ms(), 120000, 1000, kDayMilliseconds));
  config.set_extraction_timeout_ms(in_range("extraction_timeout_ms", config.extraction_timeout_ms(),
                                            60000, 1, kDayMilliseconds));
  config.set_facts_timeout_ms(
      in_range("facts_timeout_ms", config.facts_timeout_ms(), 30000, 1, kDayMilliseconds));
  config.set_max_watchers(
      static_cast<int32_t>(in_range("max_watchers", config.max_watchers(), 32, 1, 10000)));
  if (!violations.empty()) return server::InvalidFields(std::move(violations));
  return config;
}

std::string SqlitePathOf(const config::IngestionConfig& config) {
  return std::string(absl::StripPrefix(config.queue(), kSqlitePrefix));
}

}  // namespace isnad::ingestion
