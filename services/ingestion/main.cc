// isnad-ingestion: serves isnad.v1.IngestionService.

#include <cstdio>
#include <string>

#include "services/ingestion/ingestion_server.h"
#include "services/server/config/load_config.h"
#include "services/server/signals/shutdown_signals.h"

namespace {

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "isnad-ingestion: %s\n", std::string(status.message()).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  isnad::server::BlockShutdownSignals();
  isnad::config::IngestionConfig config;
  const auto action = isnad::server::LoadConfig(argc, argv, "ISNAD", &config);
  if (!action.ok()) return Fail(action.status());
  if (*action == isnad::server::ConfigAction::kExit) return 0;
  auto started = isnad::ingestion::StartIngestionServer(config);
  if (!started.ok()) return Fail(started.status());
  return started->server->ServeUntilSignal();
}
