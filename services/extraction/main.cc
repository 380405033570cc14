// isnad-extraction: serves isnad.v1.ExtractionService.

#include <cstdio>
#include <memory>
#include <string>

#include "services/extraction/extraction_module.h"
#include "services/server/config/load_config.h"
#include "services/server/server.h"
#include "services/server/signals/shutdown_signals.h"
#include "services/server/version/version.h"

namespace {

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "isnad-extraction: %s\n", std::string(status.message()).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  isnad::server::BlockShutdownSignals();
  isnad::config::ExtractionConfig config;
  auto action = isnad::server::LoadConfig(argc, argv, "ISNAD", &config);
  if (!action.ok()) return Fail(action.status());
  if (*action == isnad::server::ConfigAction::kExit) return 0;
  auto runtime = isnad::server::MakeRpcRuntime(config.server());
  auto server = isnad::server::Server::Create(
      config.server(), {"isnad-extraction", isnad::server::kVersion}, runtime);
  if (!server.ok()) return Fail(server.status());
  auto module = isnad::extraction::ExtractionModule::Create(config);
  if (!module.ok()) return Fail(module.status());
  (*server)->AddService((*module)->NewHandler(runtime.get()), "isnad.v1.ExtractionService");
  if (absl::Status status = (*server)->Start(); !status.ok()) return Fail(status);
  (*server)->SetReady();
  return (*server)->ServeUntilSignal();
}
