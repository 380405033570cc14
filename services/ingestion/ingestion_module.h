// The ingestion service as a part that a process can host.

#ifndef ISNAD_SERVICES_INGESTION_INGESTION_MODULE_H_
#define ISNAD_SERVICES_INGESTION_INGESTION_MODULE_H_

#include <grpcpp/channel.h>
#include <grpcpp/impl/service_type.h>

#include <memory>

#include "absl/status/statusor.h"
#include "services/ingestion/config/ingestion_config.pb.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::ingestion {

// Owns the queue and the workers. NewHandler, Start and Stop are called by one thread, in this
// order; the handler must not serve calls after Stop and must not outlive the module.
class IngestionModule {
 public:
  // Opens the queue. The channels lead to ExtractionService and FactService. The clock outlives the
  // module. INVALID_ARGUMENT for a configuration that is not usable, FAILED_PRECONDITION
  // (QUEUE_IN_USE) when another process serves the queue, UNAVAILABLE when it cannot be opened.
  static absl::StatusOr<std::unique_ptr<IngestionModule>> Create(
      const config::IngestionConfig& config, server::Clock* clock,
      std::shared_ptr<grpc::Channel> extraction, std::shared_ptr<grpc::Channel> facts);

  virtual ~IngestionModule() = default;

  // Makes the handler of isnad.v1.IngestionService. `runtime` outlives the module; the workers
  // report to its metrics.
  virtual std::unique_ptr<grpc::Service> NewHandler(server::RpcRuntime* runtime) = 0;

  // Starts to drive documents into the store.
  virtual void Start() = 0;

  // Gives unfinished work back and joins the workers. Idempotent; also done by the destructor.
  virtual void Stop() = 0;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_INGESTION_MODULE_H_
