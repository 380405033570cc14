#include "services/ingestion/ingestion_module.h"

#include <filesystem>  // NOLINT(build/c++17)
#include <string>
#include <system_error>  // NOLINT(build/c++11)
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "isnad/v1/extraction_service.grpc.pb.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/ingestion/config/config_defaults.h"
#include "services/ingestion/engines/sqlite/sqlite_ingestion_queue.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/ingestion/handlers/ingestion_handler.h"
#include "services/ingestion/queue/change_feed.h"
#include "services/ingestion/queue/group_commit.h"
#include "services/ingestion/queue/notifying_queue.h"
#include "services/ingestion/worker/document_pipeline.h"
#include "services/ingestion/worker/worker_metrics.h"
#include "services/ingestion/worker/worker_pool.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

absl::Status CreateFolderOf(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (folder.empty()) return absl::OkStatus();
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) return absl::OkStatus();
  return StorageUnavailableError(
      absl::StrCat("cannot create ", folder.string(), ": ", error.message()));
}

absl::StatusOr<std::unique_ptr<IngestionQueue>> OpenQueue(const config::IngestionConfig& config) {
  SqliteQueueOptions options;
  options.path = SqlitePathOf(config);
  options.max_unfinished = static_cast<size_t>(config.max_queue_length());
  ISNAD_RETURN_IF_ERROR(CreateFolderOf(options.path));
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<IngestionQueue> queue,
                         SqliteIngestionQueue::Open(std::move(options)));
  return queue;
}

WorkerOptions WorkerOptionsOf(const config::IngestionConfig& config) {
  WorkerOptions options;
  options.threads = config.workers();
  options.owner = config.owner();
  options.lease_duration = absl::Milliseconds(config.lease_ms());
  options.retry.max_attempts = config.max_attempts();
  options.retry.initial_backoff = absl::Milliseconds(config.initial_backoff_ms());
  options.retry.max_backoff = absl::Milliseconds(config.max_backoff_ms());
  return options;
}

class IngestionModuleImpl final : public IngestionModule {
 public:
  IngestionModuleImpl(config::IngestionConfig config, server::Clock* clock,
                      std::unique_ptr<IngestionQueue> queue,
                      std::shared_ptr<grpc::Channel> extraction,
                      std::shared_ptr<grpc::Channel> facts)
      : config_(std::move(config)),
        clock_(clock),
        queue_(std::move(queue), &feed_),
        group_commit_(&queue_, clock),
        extraction_(isnad::v1::ExtractionService::NewStub(std::move(extraction))),
        facts_(isnad::v1::FactService::NewStub(std::move(facts))),
        pipeline_(extraction_.get(), facts_.get(),
                  {absl::Milliseconds(config_.extraction_timeout_ms()),
                   absl::Milliseconds(config_.facts_timeout_ms())}) {}

  ~IngestionModuleImpl() override { Stop(); }

  std::unique_ptr<grpc::Service> NewHandler(server::RpcRuntime* runtime) override {
    metrics_ = std::make_unique<WorkerMetrics>(&runtime->metrics());
    IngestionHandlerOptions options;
    options.max_watchers = static_cast<size_t>(config_.max_watchers());
    return std::make_unique<IngestionHandler>(options, runtime, &queue_, &group_commit_, &feed_,
                                              clock_);
  }

  void Start() override {
    workers_ = std::make_unique<WorkerPool>(WorkerOptionsOf(config_), &queue_, &feed_, &pipeline_,
                                            metrics_.get(), clock_);
    workers_->Start();
  }

  void Stop() override {
    if (workers_ != nullptr) workers_->Stop();
    workers_.reset();
  }

 private:
  const config::IngestionConfig config_;
  server::Clock* const clock_;
  ChangeFeed feed_;
  NotifyingQueue queue_;
  GroupCommit group_commit_;
  const std::unique_ptr<isnad::v1::ExtractionService::StubInterface> extraction_;
  const std::unique_ptr<isnad::v1::FactService::StubInterface> facts_;
  DocumentPipeline pipeline_;
  std::unique_ptr<WorkerMetrics> metrics_;
  std::unique_ptr<WorkerPool> workers_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<IngestionModule>> IngestionModule::Create(
    const config::IngestionConfig& config, server::Clock* clock,
    std::shared_ptr<grpc::Channel> extraction, std::shared_ptr<grpc::Channel> facts) {
  ISNAD_ASSIGN_OR_RETURN(config::IngestionConfig complete, CompleteIngestionConfig(config));
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<IngestionQueue> queue, OpenQueue(complete));
  return std::unique_ptr<IngestionModule>(new IngestionModuleImpl(
      std::move(complete), clock, std::move(queue), std::move(extraction), std::move(facts)));
}

}  // namespace isnad::ingestion
