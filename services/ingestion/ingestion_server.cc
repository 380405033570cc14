#include "services/ingestion/ingestion_server.h"

#include <string>
#include <utility>

#include "services/server/rpc/channel.h"
#include "services/server/rpc/service_config.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"
#include "services/server/version/version.h"

namespace isnad::ingestion {
namespace {

absl::StatusOr<std::shared_ptr<grpc::Channel>> Dial(const std::string& target,
                                                    absl::string_view field,
                                                    absl::string_view service) {
  if (target.empty()) {
    return server::InvalidFields(
        {{std::string(field), "is missing; a target like dns:///HOST:8080 is wanted"}});
  }
  return server::DialService(target, server::ServiceConfigFor(service));
}

}  // namespace

absl::StatusOr<IngestionServer> StartIngestionServer(const config::IngestionConfig& config) {
  IngestionServer started;
  started.runtime = server::MakeRpcRuntime(config.server());
  // First, because it blocks the shutdown signals for every thread that follows.
  ISNAD_ASSIGN_OR_RETURN(
      auto server, server::Server::Create(config.server(), {"isnad-ingestion", server::kVersion},
                                          started.runtime));
  ISNAD_ASSIGN_OR_RETURN(auto extraction, Dial(config.extraction_target(), "extraction_target",
                                               "isnad.v1.ExtractionService"));
  ISNAD_ASSIGN_OR_RETURN(auto facts,
                         Dial(config.facts_target(), "facts_target", "isnad.v1.FactService"));
  ISNAD_ASSIGN_OR_RETURN(started.module,
                         IngestionModule::Create(config, server::SystemClock(), extraction, facts));
  server->AddService(started.module->NewHandler(started.runtime.get()),
                     "isnad.v1.IngestionService");
  server->OnShutdown([module = started.module.get()] { module->Stop(); });
  ISNAD_RETURN_IF_ERROR(server->Start());
  started.module->Start();
  server->SetReady();
  started.server = std::move(server);
  return started;
}

}  // namespace isnad::ingestion
