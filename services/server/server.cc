#include "services/server/server.h"

#include <grpcpp/resource_quota.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "absl/base/call_once.h"
#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "services/server/config/server_defaults.h"
#include "services/server/health/health_registry.h"
#include "services/server/health/health_service.h"
#include "services/server/health/readiness_monitor.h"
#include "services/server/info/server_info_handler.h"
#include "services/server/log/log.h"
#include "services/server/memory/huge_pages.h"
#include "services/server/memory/thread_caches.h"
#include "services/server/reflection/reflection_service.h"
#include "services/server/rpc/message_size_interceptor.h"
#include "services/server/rpc/stream_set.h"
#include "services/server/security/credentials.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::server {
namespace {

// Health watches and reflection streams open at once, on both ports together.
constexpr int kMaxControlStreams = 256;
constexpr int kMaxPollers = 4;
// What a process that is told to stop for the second time exits with, as for SIGINT.
constexpr int kForcedExitCode = 130;

absl::Duration Milliseconds(int64_t count) { return absl::Milliseconds(count); }

absl::Status NotBound(absl::string_view what, const std::string& address) {
  return MakeError(absl::StatusCode::kUnavailable,
                   absl::StrCat(what, " address ", address,
                                " cannot be bound: the port is in use, or the host is not one of "
                                "this machine"),
                   "ADDRESS_NOT_BOUND", {{"address", address}});
}

void LogListening(absl::string_view what, const std::string& address, int port) {
  const std::string host = address.substr(0, address.rfind(':'));
  LogEvent(LogLevel::kInfo, "listening",
           {{"server", what}, {"address", absl::StrCat(host, ":", port)}, {"port", port}});
}

void SetConnectionPolicy(const config::ServerConfig& config, grpc::ServerBuilder* builder) {
  const auto set = [builder](const char* name, int64_t value) {
    builder->AddChannelArgument(name, static_cast<int>(value));
  };
  // Without this a second server on the same port would start and take half of the calls.
  set(GRPC_ARG_ALLOW_REUSEPORT, 0);
  set(GRPC_ARG_MAX_CONNECTION_AGE_MS, config.max_connection_age_ms());
  set(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, config.max_connection_age_grace_ms());
  set(GRPC_ARG_KEEPALIVE_TIME_MS, config.keepalive_time_ms());
  set(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, config.keepalive_timeout_ms());
  set(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  set(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, config.min_client_ping_interval_ms());
  // Room for calls that are refused, so that they learn of it instead of waiting in the client.
  set(GRPC_ARG_MAX_CONCURRENT_STREAMS,
      2 * (int64_t{config.max_concurrent_rpcs()} + config.max_concurrent_streams()) +
          kMaxControlStreams);
}

void SetResourceLimits(const config::ServerConfig& config, grpc::ServerBuilder* builder) {
  builder->SetMaxReceiveMessageSize(config.max_receive_bytes());
  builder->SetMaxSendMessageSize(config.max_send_bytes());
  builder->SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::NUM_CQS, 1);
  builder->SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::MIN_POLLERS, 1);
  builder->SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::MAX_POLLERS, kMaxPollers);
  grpc::ResourceQuota quota("isnad");
  quota.SetMaxThreads(config.max_threads());
  builder->SetResourceQuota(quota);
}

// Takes no more calls, gives running ones `patience` and waits until all have ended.
void End(grpc::Server* server, absl::Duration patience) {
  if (server == nullptr) return;
  server->Shutdown(absl::ToChronoTime(absl::Now() + patience));
  server->Wait();
}

class GrpcServer final : public Server {
 public:
  GrpcServer(config::ServerConfig config, ServerOptions options,
             std::shared_ptr<RpcRuntime> runtime)
      : config_(std::move(config)),
        options_(std::move(options)),
        runtime_(std::move(runtime)),
        readiness_(&health_, Milliseconds(config_.readiness_interval_ms())) {}

  ~GrpcServer() override { Drain(); }

  void AddService(std::unique_ptr<grpc::Service> service, std::string full_name) override {
    services_.push_back(std::move(service));
    service_names_.push_back(std::move(full_name));
  }

  void AddReadinessCheck(std::string name, std::function<absl::Status()> check) override {
    readiness_.Add(std::move(name), std::move(check));
  }

  void OnShutdown(std::function<void()> callback) override {
    on_shutdown_.push_back(std::move(callback));
  }

  absl::Status Start() override;
  void SetReady() override;
  std::shared_ptr<grpc::Channel> InProcessChannel() override;
  int ServeUntilSignal() override;
  void Drain() override;

  int port() const override { return port_; }
  int admin_port() const override { return admin_port_; }
  int metrics_port() const override { return metrics_port_; }

 private:
  void AddOwnServices();
  // Adds the services and their limits.
  void Equip(grpc::ServerBuilder* builder);
  absl::Status StartMain();
  absl::Status StartAdmin();
  absl::Status StartMetrics();
  void OnSignal(int signal);
  void PauseBeforeShutdown();
  void DrainOnce();

  const config::ServerConfig config_;
  const ServerOptions options_;
  const std::shared_ptr<RpcRuntime> runtime_;
  // What services use stands before them, to be destroyed after them.
  HealthRegistry health_;
  StreamSet control_streams_{kMaxControlStreams};
  std::vector<std::unique_ptr<grpc::Service>> services_;
  std::vector<std::string> service_names_;
  std::unique_ptr<grpc::Service> admin_health_;
  std::vector<std::function<void()>> on_shutdown_;
  ReadinessMonitor readiness_;
  absl::Mutex mutex_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<grpc::Server> admin_server_;
  // Serves the process itself, beyond the end of `server_`: a call that is still running may need
  // it. The same service objects serve both, which gRPC allows as none of them is asynchronous.
  std::unique_ptr<grpc::Server> inner_server_ ABSL_GUARDED_BY(mutex_);
  int port_ = 0;
  int admin_port_ = 0;
  int metrics_port_ = 0;

  absl::once_flag drain_once_;
  bool stop_requested_ ABSL_GUARDED_BY(mutex_) = false;
};

absl::Status GrpcServer::Start() {
  AddOwnServices();
  health_.SetServices(service_names_);
  ISNAD_RETURN_IF_ERROR(StartMetrics());
  ISNAD_RETURN_IF_ERROR(StartAdmin());
  ISNAD_RETURN_IF_ERROR(StartMain());
  readiness_.Start();
  return absl::OkStatus();
}

void GrpcServer::AddOwnServices() {
  for (const char* name :
       {kServerInfoServiceName, kHealthServiceName, kReflectionV1Name, kReflectionV1AlphaName}) {
    service_names_.push_back(name);
  }
  const ServerInfo info = {options_.name, options_.version, absl::Now(), service_names_, config_};
  services_.push_back(MakeServerInfoHandler(info, runtime_.get()));
  services_.push_back(MakeHealthService(&health_, &control_streams_));
  services_.push_back(MakeReflectionV1(service_names_, &control_streams_));
  services_.push_back(MakeReflectionV1Alpha(service_names_, &control_streams_));
}

void GrpcServer::Equip(grpc::ServerBuilder* builder) {
  SetResourceLimits(config_, builder);
  std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
  interceptors.push_back(MakeMessageSizeInterceptorFactory(runtime_->shared_metrics()));
  builder->experimental().SetInterceptorCreators(std::move(interceptors));
  for (const auto& service : services_) builder->RegisterService(service.get());
}

absl::Status GrpcServer::StartMain() {
  grpc::ServerBuilder builder;
  SetConnectionPolicy(config_, &builder);
  Equip(&builder);
  builder.AddListeningPort(config_.address(), MakeServerCredentials(), &port_);
  server_ = builder.BuildAndStart();
  if (server_ == nullptr || port_ == 0) return NotBound("server", config_.address());
  LogListening(options_.name, config_.address(), port_);
  return absl::OkStatus();
}

absl::Status GrpcServer::StartAdmin() {
  if (config_.admin_address().empty()) return absl::OkStatus();
  admin_health_ = MakeHealthService(&health_, &control_streams_);
  grpc::ServerBuilder builder;
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddListeningPort(config_.admin_address(), MakePlaintextServerCredentials(), &admin_port_);
  builder.RegisterService(admin_health_.get());
  admin_server_ = builder.BuildAndStart();
  if (admin_server_ == nullptr || admin_port_ == 0) {
    return NotBound("admin", config_.admin_address());
  }
  LogListening("admin", config_.admin_address(), admin_port_);
  return absl::OkStatus();
}

absl::Status GrpcServer::StartMetrics() {
  if (config_.metrics_address().empty()) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(metrics_port_, runtime_->metrics().Listen(config_.metrics_address()));
  LogListening("metrics", config_.metrics_address(), metrics_port_);
  return absl::OkStatus();
}

void GrpcServer::SetReady() {
  health_.SetReady();
  LogEvent(LogLevel::kInfo, "ready", {{"server", options_.name}, {"version", options_.version}});
}

std::shared_ptr<grpc::Channel> GrpcServer::InProcessChannel() {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(config_.max_send_bytes());
  arguments.SetMaxSendMessageSize(config_.max_receive_bytes());
  absl::MutexLock lock(&mutex_);
  if (inner_server_ == nullptr) {
    grpc::ServerBuilder builder;
    Equip(&builder);
    inner_server_ = builder.BuildAndStart();
  }
  return inner_server_->InProcessChannel(arguments);
}

int GrpcServer::ServeUntilSignal() {
  ShutdownSignalListener listener([this](int signal) { OnSignal(signal); });
  {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&stop_requested_));
  }
  Drain();
  return EXIT_SUCCESS;
}

void GrpcServer::OnSignal(int signal) {
  LogEvent(LogLevel::kInfo, "signal", {{"signal", signal}});
  absl::MutexLock lock(&mutex_);
  // What was acknowledged is durable, so ending at once loses nothing.
  if (stop_requested_) std::_Exit(kForcedExitCode);
  stop_requested_ = true;
}

void GrpcServer::Drain() {
  absl::call_once(drain_once_, [this] { DrainOnce(); });
}

void GrpcServer::PauseBeforeShutdown() {
  if (config_.drain_pause_ms() > 0) absl::SleepFor(Milliseconds(config_.drain_pause_ms()));
}

void GrpcServer::DrainOnce() {
  {
    absl::MutexLock lock(&mutex_);
    stop_requested_ = true;
  }
  health_.SetDraining();
  runtime_->StartDraining();
  if (server_ != nullptr) {
    LogEvent(LogLevel::kInfo, "draining", {{"active_calls", runtime_->active_calls()}});
    PauseBeforeShutdown();
    control_streams_.CancelAll();
    End(server_.get(), Milliseconds(config_.drain_deadline_ms()));
  }
  grpc::Server* inner_server = nullptr;
  {
    absl::MutexLock lock(&mutex_);
    inner_server = inner_server_.get();
  }
  End(inner_server, absl::ZeroDuration());
  readiness_.Stop();
  End(admin_server_.get(), absl::ZeroDuration());
  for (auto callback = on_shutdown_.rbegin(); callback != on_shutdown_.rend(); ++callback) {
    (*callback)();
  }
  LogEvent(LogLevel::kInfo, "stopped", {{"server", options_.name}});
}

}  // namespace

std::shared_ptr<RpcRuntime> MakeRpcRuntime(const config::ServerConfig& config) {
  RpcLimits limits;
  // What is out of range is refused by Server::Create.
  const absl::StatusOr<config::ServerConfig> complete = CompleteServerConfig(config);
  if (complete.ok()) {
    limits.max_concurrent_rpcs = complete->max_concurrent_rpcs();
    limits.max_concurrent_streams = complete->max_concurrent_streams();
    limits.max_unary_deadline = Milliseconds(complete->max_unary_deadline_ms());
    limits.max_stream_deadline = Milliseconds(complete->max_stream_deadline_ms());
    limits.drain_stream_grace = Milliseconds(std::max<int64_t>(complete->drain_pause_ms(), 0)) +
                                Milliseconds(complete->drain_deadline_ms()) / 2;
  }
  return std::make_shared<RpcRuntime>(limits);
}

absl::StatusOr<std::unique_ptr<Server>> Server::Create(const config::ServerConfig& config,
                                                       ServerOptions options,
                                                       std::shared_ptr<RpcRuntime> runtime) {
  BlockShutdownSignals();
  EnlargeThreadCaches();
  UseHugePages();
  ISNAD_ASSIGN_OR_RETURN(config::ServerConfig complete, CompleteServerConfig(config));
  LogLevel level = LogLevel::kInfo;
  ParseLogLevel(complete.log_level(), &level);
  SetLogLevel(level);
  std::unique_ptr<Server> server =
      std::make_unique<GrpcServer>(std::move(complete), std::move(options), std::move(runtime));
  return server;
}

}  // namespace isnad::server
