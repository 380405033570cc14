// The defaults of IngestionConfig.

#ifndef ISNAD_SERVICES_INGESTION_CONFIG_CONFIG_DEFAULTS_H_
#define ISNAD_SERVICES_INGESTION_CONFIG_CONFIG_DEFAULTS_H_

#include <string>

#include "absl/status/statusor.h"
#include "services/ingestion/config/ingestion_config.pb.h"

namespace isnad::ingestion {

// `config` with a default in every field of ours that is 0 or empty and has one. INVALID_ARGUMENT,
// listing all fields at fault, when a number is out of range or the queue is of no known kind.
absl::StatusOr<config::IngestionConfig> CompleteIngestionConfig(config::IngestionConfig config);

// Returns the path in "sqlite:PATH". `queue` was validated.
std::string SqlitePathOf(const config::IngestionConfig& config);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_CONFIG_CONFIG_DEFAULTS_H_
