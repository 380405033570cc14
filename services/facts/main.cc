// isnad-facts: the store of entities, facts, evidence, conflicts and passages.

#include <iostream>

#include "services/facts/config/facts_config.pb.h"
#include "services/facts/facts_module.h"
#include "services/server/clock/clock.h"
#include "services/server/config/load_config.h"
#include "services/server/server.h"
#include "services/server/version/version.h"

int main(int argc, char** argv) {
  isnad::server::BlockShutdownSignals();
  isnad::config::FactsConfig config;
  const auto action = isnad::server::LoadConfig(argc, argv, "ISNAD", &config);
  if (action.ok() && *action == isnad::server::ConfigAction::kExit) return 0;
  auto module = action.ok()
                    ? isnad::facts::FactsModule::Create(config, isnad::server::SystemClock())
                    : action.status();
  auto runtime = isnad::server::MakeRpcRuntime(config.server());
  auto server = isnad::server::Server::Create(config.server(),
                                              {"isnad-facts", isnad::server::kVersion}, runtime);
  absl::Status status = module.ok() ? server.status() : module.status();
  if (status.ok()) {
    (*server)->AddService((*module)->NewHandler(runtime.get()), "isnad.v1.FactService");
    (*server)->AddReadinessCheck("store", [&] { return (*module)->CheckReady(); });
    status = (*server)->Start();
  }
  if (!status.ok()) {
    std::cerr << "isnad-facts: " << status.message() << "\n";
    return 1;
  }
  (*server)->SetReady();
  return (*server)->ServeUntilSignal();
}
