#include "services/isnad/suite.h"

#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/answering/answering_module.h"
#include "services/extraction/extraction_module.h"
#include "services/facts/facts_module.h"
#include "services/ingestion/ingestion_module.h"
#include "services/isnad/data_dir.h"
#include "services/isnad/local_fact_calls.h"
#include "services/server/clock/clock.h"
#include "services/server/config/server_defaults.h"
#include "services/server/server.h"
#include "services/server/status/status_macros.h"
#include "services/server/version/version.h"

namespace isnad::suite {
namespace {

constexpr char kDefaultDataDir[] = "isnad-data";
constexpr int kDefaultWorkers = 2;
// Threads that wait for calls among the services. Starting one takes longer than many a call.
constexpr int kIdleThreads = 16;

// The services that others call, on a server without port.
class InProcessBackend {
 public:
  InProcessBackend(std::vector<std::unique_ptr<grpc::Service>> services, int max_message_bytes)
      : services_(std::move(services)) {
    grpc::ServerBuilder builder;
    for (const auto& service : services_) builder.RegisterService(service.get());
    using Option = grpc::ServerBuilder::SyncServerOption;
    builder.SetSyncServerOption(Option::NUM_CQS, 1);
    builder.SetSyncServerOption(Option::MAX_POLLERS, kIdleThreads);
    builder.SetMaxReceiveMessageSize(max_message_bytes);
    builder.SetMaxSendMessageSize(max_message_bytes);
    server_ = builder.BuildAndStart();
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(max_message_bytes);
    arguments.SetMaxSendMessageSize(max_message_bytes);
    channel_ = server_->InProcessChannel(arguments);
  }

  ~InProcessBackend() { server_->Shutdown(); }

  std::shared_ptr<grpc::Channel> channel() const { return channel_; }

 private:
  std::vector<std::unique_ptr<grpc::Service>> services_;
  std::unique_ptr<grpc::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

class EmbeddedSuite final : public Suite {
 public:
  static absl::StatusOr<std::unique_ptr<Suite>> Start(const config::IsnadConfig& config) {
    auto suite = std::make_unique<EmbeddedSuite>();
    ISNAD_ASSIGN_OR_RETURN(const config::ServerConfig server_config,
                           server::CompleteServerConfig(config.server()));
    suite->runtime_ = server::MakeRpcRuntime(server_config);
    // First, because it blocks the shutdown signals before any thread starts.
    ISNAD_ASSIGN_OR_RETURN(
        suite->server_,
        server::Server::Create(server_config, {"isnad", server::kVersion}, suite->runtime_));
    ISNAD_ASSIGN_OR_RETURN(
        suite->data_dir_,
        DataDir::Open(config.data_dir().empty() ? kDefaultDataDir : config.data_dir()));
    ISNAD_RETURN_IF_ERROR(suite->CreateModules(config, server_config));
    suite->AddServices();
    ISNAD_RETURN_IF_ERROR(suite->server_->Start());
    suite->ingestion_->Start();
    suite->server_->SetReady();
    return std::unique_ptr<Suite>(std::move(suite));
  }

  ~EmbeddedSuite() override { Drain(); }

  int port() const override { return server_->port(); }
  int ServeUntilSignal() override { return server_->ServeUntilSignal(); }
  void Drain() override { server_->Drain(); }

 private:
  absl::Status CreateModules(const config::IsnadConfig& config,
                             const config::ServerConfig& server_config) {
    config::ExtractionConfig extraction;
    extraction.set_lexicon_dir(config.lexicon_dir());
    extraction.set_model_dir(config.model_dir());
    extraction.set_least_confidence(config.least_confidence());
    ISNAD_ASSIGN_OR_RETURN(extraction_, extraction::ExtractionModule::Create(extraction));

    config::FactsConfig facts;
    facts.set_store(config.store().empty() ? absl::StrCat("sqlite:", data_dir_->File("facts.db"))
                                           : config.store());
    ISNAD_ASSIGN_OR_RETURN(facts_, facts::FactsModule::Create(facts, server::SystemClock()));

    std::vector<std::unique_ptr<grpc::Service>> backend;
    backend.push_back(extraction_->NewHandler(runtime_.get()));
    backend.push_back(facts_->NewHandler(runtime_.get()));
    backend_ =
        std::make_unique<InProcessBackend>(std::move(backend), server_config.max_receive_bytes());

    config::IngestionConfig ingestion;
    ingestion.set_queue(absl::StrCat("sqlite:", data_dir_->File("queue.db")));
    ingestion.set_workers(config.workers() > 0 ? config.workers() : kDefaultWorkers);
    ISNAD_ASSIGN_OR_RETURN(
        ingestion_, ingestion::IngestionModule::Create(ingestion, server::SystemClock(),
                                                       backend_->channel(), backend_->channel()));
    ISNAD_ASSIGN_OR_RETURN(
        answering_, answering::AnsweringModule::Create(
                        config::AnsweringConfig(), server::SystemClock(), backend_->channel(),
                        NewLocalFactCalls(facts_.get(), runtime_.get())));
    return absl::OkStatus();
  }

  void AddServices() {
    server::RpcRuntime* runtime = runtime_.get();
    server_->AddService(ingestion_->NewHandler(runtime), "isnad.v1.IngestionService");
    server_->AddService(extraction_->NewHandler(runtime), "isnad.v1.ExtractionService");
    server_->AddService(facts_->NewHandler(runtime), "isnad.v1.FactService");
    server_->AddService(answering_->NewHandler(runtime), "isnad.v1.AnswerService");
    server_->AddReadinessCheck("store", [this] { return facts_->CheckReady(); });
    server_->OnShutdown([this] { ingestion_->Stop(); });
  }

  // In order of construction; destroyed the other way round.
  std::unique_ptr<DataDir> data_dir_;
  std::shared_ptr<server::RpcRuntime> runtime_;
  std::unique_ptr<extraction::ExtractionModule> extraction_;
  std::unique_ptr<facts::FactsModule> facts_;
  std::unique_ptr<InProcessBackend> backend_;
  std::unique_ptr<ingestion::IngestionModule> ingestion_;
  std::unique_ptr<answering::AnsweringModule> answering_;
  std::unique_ptr<server::Server> server_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Suite>> Suite::Start(const config::IsnadConfig& config) {
  return EmbeddedSuite::Start(config);
}

}  // namespace isnad::suite
