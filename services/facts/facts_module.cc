#include "services/facts/facts_module.h"

#include <string>
#include <utility>

#include "services/facts/domain/alike_names.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/facts/handlers/fact_service_handler.h"
#include "services/facts/store/query.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr char kDefaultStore[] = "sqlite:isnad-facts.db";
constexpr int kDefaultReaders = 4;

absl::StatusOr<std::unique_ptr<FactStore>> OpenStore(const config::FactsConfig& config,
                                                     server::Clock* clock) {
  OpenOptions options;
  options.name = config.store().empty() ? kDefaultStore : config.store();
  options.readers = config.store_readers() > 0 ? config.store_readers() : kDefaultReaders;
  options.match_keys_of = MatchKeys;
  return OpenFactStore(std::move(options), clock);
}

}  // namespace

FactsModule::FactsModule(std::unique_ptr<FactStore> store, server::Clock* clock)
    : store_(std::move(store)), clock_(clock) {}

absl::StatusOr<std::unique_ptr<FactsModule>> FactsModule::Create(const config::FactsConfig& config,
                                                                 server::Clock* clock) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<FactStore> store, OpenStore(config, clock));
  return std::unique_ptr<FactsModule>(new FactsModule(std::move(store), clock));
}

std::unique_ptr<grpc::Service> FactsModule::NewHandler(server::RpcRuntime* runtime) {
  return std::make_unique<FactServiceHandler>(backend(), runtime);
}

absl::Status FactsModule::CheckReady() {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, store_->Read(kLatest));
  // For nothing: the first search brings what all need into memory, later ones what came since.
  return snapshot->FindPassages(PassageSearch()).status();
}

}  // namespace isnad::facts
