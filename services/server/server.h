// The gRPC server that every binary of the suite runs.
//
//   int main(int argc, char** argv) {
//     isnad::server::BlockShutdownSignals();          // before any thread
//     FactsConfig config;
//     auto action = LoadConfig(argc, argv, "ISNAD", &config);
//     ...
//     auto runtime = MakeRpcRuntime(config.server());
//     auto server = Server::Create(config.server(), {"isnad-facts", kVersion}, runtime);
//     (*server)->AddService(std::move(handler), "isnad.v1.FactService");
//     (*server)->OnShutdown([&] { store->Close(); });
//     (*server)->Start();
//     (*server)->SetReady();
//     return (*server)->ServeUntilSignal();
//   }
//
// Beside the services added it serves grpc.health.v1.Health, grpc.reflection.v1 and v1alpha, and
// isnad.v1.ServerInfoService; a plaintext port with health alone; and metrics over HTTP.

#ifndef ISNAD_SERVICES_SERVER_SERVER_H_
#define ISNAD_SERVICES_SERVER_SERVER_H_

#include <grpcpp/channel.h>
#include <grpcpp/impl/service_type.h>

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/server/config/server_config.pb.h"
#include "services/server/rpc/rpc_runtime.h"
#include "services/server/signals/shutdown_signals.h"

namespace isnad::server {

struct ServerOptions {
  // Name of the binary, such as "isnad-facts".
  std::string name;
  // Version of the build.
  std::string version;
};

// The limits of `config`, with defaults for what is not set.
std::shared_ptr<RpcRuntime> MakeRpcRuntime(const config::ServerConfig& config);

// A server from its creation to its drain. Set up by one thread (Create, AddService, OnShutdown,
// Start); everything else is thread safe.
class Server {
 public:
  // INVALID_ARGUMENT when the configuration is not usable. Blocks the shutdown signals of the
  // calling thread, and so of all threads it starts afterwards. Sets the log level.
  static absl::StatusOr<std::unique_ptr<Server>> Create(const config::ServerConfig& config,
                                                        ServerOptions options,
                                                        std::shared_ptr<RpcRuntime> runtime);

  // Drains when that was not done.
  virtual ~Server() = default;

  // Adds a service before Start. `full_name` is "package.Service" as in its proto.
  virtual void AddService(std::unique_ptr<grpc::Service> service, std::string full_name) = 0;

  // Adds a check that readiness depends on: the server is SERVING only while every check returned
  // OK the last time. A thread of the server runs the checks in turn at an interval, so each must
  // bound its own time; probes read the cached outcome. Before Start.
  virtual void AddReadinessCheck(std::string name, std::function<absl::Status()> check) = 0;

  // Adds what to do after the last call has ended, such as flushing and closing a store. Run in
  // reverse order of addition. Before Start.
  virtual void OnShutdown(std::function<void()> callback) = 0;

  // Binds the ports and begins to serve, as NOT_SERVING. UNAVAILABLE when a port is in use or an
  // address cannot be bound. Logs a line "listening" per port.
  virtual absl::Status Start() = 0;

  // Declares that whatever the services need is loaded. Health becomes SERVING once the readiness
  // checks pass, too.
  virtual void SetReady() = 0;

  // A channel to this server within the process, after Start.
  virtual std::shared_ptr<grpc::Channel> InProcessChannel() = 0;

  // The bound ports, after Start; 0 for a port that is not configured.
  virtual int port() const = 0;
  virtual int admin_port() const = 0;
  virtual int metrics_port() const = 0;

  // Waits for SIGTERM or SIGINT, or for another thread's Drain, and drains. Returns the exit code,
  // 0 when drained. A second signal ends running calls at once.
  virtual int ServeUntilSignal() = 0;

  // NOT_SERVING -> pause -> no new calls, running ones get the drain deadline -> OnShutdown
  // callbacks. Returns when all is done, also when another thread drains. Idempotent.
  virtual void Drain() = 0;
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_SERVER_H_
