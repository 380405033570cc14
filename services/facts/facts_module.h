// The fact service as a part of a process: its store and as many handlers over it as are needed.

#ifndef ISNAD_SERVICES_FACTS_FACTS_MODULE_H_
#define ISNAD_SERVICES_FACTS_FACTS_MODULE_H_

#include <grpcpp/impl/service_type.h>

#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/config/facts_config.pb.h"
#include "services/facts/handlers/method_conventions.h"
#include "services/facts/store/fact_store.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::facts {

// Owns the store. Thread safe; outlives the handlers that it made.
class FactsModule {
 public:
  // Opens the store that `config.store` names. INVALID_ARGUMENT when the name is of no known
  // engine; else as the engine says. `clock` must outlive the module.
  static absl::StatusOr<std::unique_ptr<FactsModule>> Create(const config::FactsConfig& config,
                                                             server::Clock* clock);

  // A handler of isnad.v1.FactService. `runtime` must outlive it.
  std::unique_ptr<grpc::Service> NewHandler(server::RpcRuntime* runtime);

  // What the methods of the service work with, for callers in the same process.
  Backend backend() const { return {store_.get(), clock_}; }

  // OK when the store answers. The first check takes seconds over hundred thousands of documents:
  // it reads into memory what searches for passages use.
  absl::Status CheckReady();

 private:
  FactsModule(std::unique_ptr<FactStore> store, server::Clock* clock);

  const std::unique_ptr<FactStore> store_;
  server::Clock* const clock_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_FACTS_MODULE_H_
