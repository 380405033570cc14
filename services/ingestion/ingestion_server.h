// The isnad-ingestion process behind its main function.

#ifndef ISNAD_SERVICES_INGESTION_INGESTION_SERVER_H_
#define ISNAD_SERVICES_INGESTION_INGESTION_SERVER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "services/ingestion/config/ingestion_config.pb.h"
#include "services/ingestion/ingestion_module.h"
#include "services/server/rpc/rpc_runtime.h"
#include "services/server/server.h"

namespace isnad::ingestion {

// A server that was started, with the module it serves.
struct IngestionServer {
  // Destroyed in reverse order: the server drains first.
  std::shared_ptr<server::RpcRuntime> runtime;
  std::unique_ptr<IngestionModule> module;
  std::unique_ptr<server::Server> server;
};

// Connects to extraction and facts, opens the queue, binds the ports and starts the workers. Errors
// as of IngestionModule::Create, Server::Create and Server::Start.
absl::StatusOr<IngestionServer> StartIngestionServer(const config::IngestionConfig& config);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_INGESTION_SERVER_H_
