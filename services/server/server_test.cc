#include "services/server/server.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <grpcpp/create_channel.h>
#include <signal.h>
#include <unistd.h>

#include <functional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "grpc/reflection/v1/reflection.grpc.pb.h"
#include "grpc/reflection/v1alpha/reflection.grpc.pb.h"
#include "gtest/gtest.h"
#include "isnad/v1/server_info_service.grpc.pb.h"
#include "services/server/log/log.h"
#include "services/server/rpc/client_call.h"
#include "services/server/server_test.grpc.pb.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::server {
namespace {

using ::grpc::health::v1::HealthCheckRequest;
using ::grpc::health::v1::HealthCheckResponse;
using ::isnad::server_test::ProbeRequest;
using ::isnad::server_test::ProbeResponse;
using ::isnad::server_test::ProbeService;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;

constexpr absl::Duration kPatience = absl::Seconds(30);
constexpr char kProbeService[] = "isnad.server_test.ProbeService";

// Runs the bodies that a test put in place.
class ProbeHandler final : public ProbeService::Service {
 public:
  using UnaryBody = std::function<absl::Status(RpcContext&, const ProbeRequest&, ProbeResponse*)>;
  using StreamBody = std::function<absl::Status(RpcContext&, grpc::ServerWriter<ProbeResponse>*)>;

  explicit ProbeHandler(RpcRuntime* runtime) : runtime_(runtime) {}

  grpc::Status Probe(grpc::ServerContext* context, const ProbeRequest* request,
                     ProbeResponse* response) override {
    return runtime_->Unary(context, "isnad.server_test.ProbeService/Probe",
                           [&](RpcContext& rpc) { return unary(rpc, *request, response); });
  }

  grpc::Status ProbeStream(grpc::ServerContext* context, const ProbeRequest*,
                           grpc::ServerWriter<ProbeResponse>* writer) override {
    return runtime_->Streaming(context, "isnad.server_test.ProbeService/ProbeStream",
                               [&](RpcContext& rpc) { return stream(rpc, writer); });
  }

  UnaryBody unary = [](RpcContext&, const ProbeRequest& request, ProbeResponse* response) {
    response->set_text(request.text());
    return absl::OkStatus();
  };
  StreamBody stream = [](RpcContext&, grpc::ServerWriter<ProbeResponse>*) {
    return absl::OkStatus();
  };

 private:
  RpcRuntime* const runtime_;
};

class ServerTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { BlockShutdownSignals(); }

  ServerTest() {
    config_.set_address("127.0.0.1:0");
    config_.set_drain_pause_ms(-1);
    config_.set_readiness_interval_ms(1);
  }

  void Create() {
    runtime_ = MakeRpcRuntime(config_);
    auto server = Server::Create(config_, {"isnad-test", "1.2.3"}, runtime_);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    auto handler = std::make_unique<ProbeHandler>(runtime_.get());
    handler_ = handler.get();
    server_->AddService(std::move(handler), kProbeService);
  }

  void Start() {
    const absl::Status started = server_->Start();
    ASSERT_TRUE(started.ok()) << started;
    channel_ = Dial(server_->port());
  }

  void CreateAndStart() {
    Create();
    Start();
  }

  static std::shared_ptr<grpc::Channel> Dial(int port) {
    return grpc::CreateChannel(absl::StrCat("127.0.0.1:", port),
                               grpc::InsecureChannelCredentials());
  }

  static std::unique_ptr<grpc::ClientContext> ClientContext(absl::Duration timeout = kPatience) {
    auto context = std::make_unique<grpc::ClientContext>();
    context->set_deadline(absl::ToChronoTime(absl::Now() + timeout));
    return context;
  }

  absl::Status Probe(grpc::ClientContext* context, const std::string& text = "",
                     ProbeResponse* response = nullptr) {
    ProbeRequest request;
    request.set_text(text);
    ProbeResponse ignored;
    return FromGrpcStatus(ProbeService::NewStub(channel_)->Probe(
        context, request, response == nullptr ? &ignored : response));
  }
  absl::Status Probe() { return Probe(ClientContext().get()); }

  // The health of a service, "NOT_FOUND" when it is unknown.
  static std::string HealthOf(const std::shared_ptr<grpc::Channel>& channel,
                              const std::string& service) {
    HealthCheckRequest request;
    request.set_service(service);
    HealthCheckResponse response;
    const grpc::Status status = grpc::health::v1::Health::NewStub(channel)->Check(
        ClientContext().get(), request, &response);
    if (!status.ok()) return absl::StatusCodeToString(FromGrpcStatus(status).code());
    return HealthCheckResponse::ServingStatus_Name(response.status());
  }
  std::string HealthOf(const std::string& service) { return HealthOf(channel_, service); }

  config::ServerConfig config_;
  std::shared_ptr<RpcRuntime> runtime_;
  std::unique_ptr<Server> server_;
  ProbeHandler* handler_ = nullptr;
  std::shared_ptr<grpc::Channel> channel_;
  ScopedLogCapture log_;
};

const char* const kAllServices[] = {kProbeService, "isnad.v1.ServerInfoService",
                                    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
                                    "grpc.reflection.v1alpha.ServerReflection"};

TEST_F(ServerTest, EveryServiceIsHealthyOnceReady) {
  CreateAndStart();
  EXPECT_EQ(HealthOf(""), "NOT_SERVING");
  for (const char* service : kAllServices) EXPECT_EQ(HealthOf(service), "NOT_SERVING") << service;
  server_->SetReady();
  EXPECT_EQ(HealthOf(""), "SERVING");
  for (const char* service : kAllServices) EXPECT_EQ(HealthOf(service), "SERVING") << service;
  EXPECT_EQ(HealthOf("isnad.v1.Nothing"), "NOT_FOUND");
}

TEST_F(ServerTest, HealthWaitsForDependenciesButLivenessDoesNot) {
  config_.set_admin_address("127.0.0.1:0");
  Create();
  absl::Notification available;
  server_->AddReadinessCheck("store", [&] {
    return available.HasBeenNotified() ? absl::OkStatus() : absl::UnavailableError("no store");
  });
  Start();
  server_->SetReady();
  const auto admin = Dial(server_->admin_port());
  EXPECT_EQ(HealthOf(admin, ""), "NOT_SERVING");
  EXPECT_EQ(HealthOf(admin, "liveness"), "SERVING");

  HealthCheckRequest request;
  HealthCheckResponse response;
  const auto context = ClientContext();
  const auto watch = grpc::health::v1::Health::NewStub(admin)->Watch(context.get(), request);
  ASSERT_TRUE(watch->Read(&response));
  EXPECT_EQ(response.status(), HealthCheckResponse::NOT_SERVING);
  available.Notify();
  ASSERT_TRUE(watch->Read(&response));
  EXPECT_EQ(response.status(), HealthCheckResponse::SERVING);
  EXPECT_EQ(HealthOf(""), "SERVING");
  context->TryCancel();
  EXPECT_EQ(watch->Finish().error_code(), grpc::StatusCode::CANCELLED);
}

TEST_F(ServerTest, WatchTellsOfServicesItDoesNotKnow) {
  CreateAndStart();
  HealthCheckRequest request;
  request.set_service("isnad.v1.Nothing");
  HealthCheckResponse response;
  const auto context = ClientContext();
  const auto watch = grpc::health::v1::Health::NewStub(channel_)->Watch(context.get(), request);
  ASSERT_TRUE(watch->Read(&response));
  EXPECT_EQ(response.status(), HealthCheckResponse::SERVICE_UNKNOWN);
  context->TryCancel();
}

// A client of either version of reflection over one stream.
template <typename Stub, typename Request, typename Response>
class ReflectionClient {
 public:
  explicit ReflectionClient(const std::shared_ptr<grpc::Channel>& channel)
      : stub_(channel), stream_(stub_.ServerReflectionInfo(&context_)) {}

  ~ReflectionClient() {
    stream_->WritesDone();
    EXPECT_TRUE(stream_->Finish().ok());
  }

  Response Ask(const Request& request) {
    Response response;
    EXPECT_TRUE(stream_->Write(request));
    EXPECT_TRUE(stream_->Read(&response));
    return response;
  }

  std::vector<std::string> Services() {
    Request request;
    request.set_list_services("*");
    std::vector<std::string> names;
    const Response response = Ask(request);
    for (const auto& service : response.list_services_response().service()) {
      names.push_back(service.name());
    }
    return names;
  }

  // Builds the descriptor of a service from what the server sends, as grpcurl does.
  bool Describes(const std::string& service) {
    Request request;
    request.set_file_containing_symbol(service);
    const Response response = Ask(request);
    google::protobuf::DescriptorPool pool;
    const auto& files = response.file_descriptor_response().file_descriptor_proto();
    // The imports of a file stand after it.
    for (auto file = files.rbegin(); file != files.rend(); ++file) Build(*file, files, &pool);
    const auto* descriptor = pool.FindServiceByName(service);
    return descriptor != nullptr && descriptor->method_count() > 0;
  }

 private:
  template <typename Files>
  void Build(const std::string& bytes, const Files& files, google::protobuf::DescriptorPool* pool) {
    google::protobuf::FileDescriptorProto file;
    ASSERT_TRUE(file.ParseFromString(bytes));
    if (pool->FindFileByName(file.name()) != nullptr) return;
    for (const std::string& import : file.dependency()) {
      for (const std::string& other : files) {
        google::protobuf::FileDescriptorProto candidate;
        if (candidate.ParseFromString(other) && candidate.name() == import) {
          Build(other, files, pool);
        }
      }
    }
    EXPECT_NE(pool->BuildFile(file), nullptr) << file.name();
  }

  grpc::ClientContext context_;
  Stub stub_;
  std::unique_ptr<grpc::ClientReaderWriter<Request, Response>> stream_;
};

using V1Client = ReflectionClient<grpc::reflection::v1::ServerReflection::Stub,
                                  grpc::reflection::v1::ServerReflectionRequest,
                                  grpc::reflection::v1::ServerReflectionResponse>;
using V1AlphaClient = ReflectionClient<grpc::reflection::v1alpha::ServerReflection::Stub,
                                       grpc::reflection::v1alpha::ServerReflectionRequest,
                                       grpc::reflection::v1alpha::ServerReflectionResponse>;

TEST_F(ServerTest, EveryListedServiceIsDescribedByBothReflections) {
  CreateAndStart();
  V1Client v1(channel_);
  EXPECT_THAT(v1.Services(), ::testing::UnorderedElementsAreArray(kAllServices));
  for (const std::string& service : v1.Services()) EXPECT_TRUE(v1.Describes(service)) << service;
  V1AlphaClient v1alpha(channel_);
  EXPECT_EQ(v1alpha.Services(), v1.Services());
  for (const std::string& service : v1alpha.Services()) {
    EXPECT_TRUE(v1alpha.Describes(service)) << service;
  }
}

TEST_F(ServerTest, ReflectionAnswersWhatItDoesNotKnowWithAnError) {
  CreateAndStart();
  V1Client client(channel_);
  grpc::reflection::v1::ServerReflectionRequest request;
  request.set_file_containing_symbol("isnad.v1.Nothing");
  auto response = client.Ask(request);
  EXPECT_EQ(response.error_response().error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(response.original_request().file_containing_symbol(), "isnad.v1.Nothing");
  request.set_file_by_filename("no.proto");
  EXPECT_EQ(client.Ask(request).error_response().error_code(), grpc::StatusCode::NOT_FOUND);
  request.clear_message_request();
  EXPECT_EQ(client.Ask(request).error_response().error_code(), grpc::StatusCode::INVALID_ARGUMENT);
}

TEST_F(ServerTest, ReflectionKnowsFilesAndExtensions) {
  CreateAndStart();
  V1Client client(channel_);
  grpc::reflection::v1::ServerReflectionRequest request;
  request.set_file_by_filename("services/server/server_test.proto");
  EXPECT_THAT(client.Ask(request).file_descriptor_response().file_descriptor_proto(), SizeIs(1));

  const std::string options = "google.protobuf.FieldOptions";
  request.set_all_extension_numbers_of_type(options);
  const auto numbers = client.Ask(request).all_extension_numbers_response();
  EXPECT_EQ(numbers.base_type_name(), options);
  ASSERT_THAT(numbers.extension_number(), Contains(50101));
  request.mutable_file_containing_extension()->set_containing_type(options);
  request.mutable_file_containing_extension()->set_extension_number(50101);
  // The extension's file and descriptor.proto.
  EXPECT_THAT(client.Ask(request).file_descriptor_response().file_descriptor_proto(), SizeIs(2));
}

TEST_F(ServerTest, TellsAboutItself) {
  config_.set_max_receive_bytes(12345);
  CreateAndStart();
  isnad::v1::GetServerInfoResponse response;
  ASSERT_TRUE(isnad::v1::ServerInfoService::NewStub(channel_)
                  ->GetServerInfo(ClientContext().get(), {}, &response)
                  .ok());
  EXPECT_EQ(response.server_name(), "isnad-test");
  EXPECT_EQ(response.version(), "1.2.3");
  EXPECT_EQ(response.max_receive_message_bytes(), 12345);
  EXPECT_EQ(response.max_deadline_ms(), 60000);
  EXPECT_THAT(response.services(), IsSupersetOf(kAllServices));
  EXPECT_LE(response.start_time().seconds(), absl::ToUnixSeconds(absl::Now()));
}

std::string Header(const grpc::ClientContext& context, const std::string& key) {
  const auto found = context.GetServerInitialMetadata().find(key);
  if (found == context.GetServerInitialMetadata().end()) return "";
  return std::string(found->second.data(), found->second.size());
}

TEST_F(ServerTest, RequestIdAndTraceReachTheBodyTheLogAndTheCaller) {
  CreateAndStart();
  std::string traceparent;
  handler_->unary = [&](RpcContext& rpc, const ProbeRequest&, ProbeResponse* response) {
    response->set_text(rpc.request_id());
    traceparent = rpc.traceparent();
    return absl::OkStatus();
  };
  const auto context = ClientContext();
  context->AddMetadata("x-request-id", "job-42");
  context->AddMetadata("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  ProbeResponse response;
  ASSERT_TRUE(Probe(context.get(), "secret body", &response).ok());
  EXPECT_EQ(response.text(), "job-42");
  EXPECT_EQ(Header(*context, "x-request-id"), "job-42");
  EXPECT_THAT(traceparent, HasSubstr("4bf92f3577b34da6a3ce929d0e0e4736"));
  EXPECT_THAT(
      log_.lines(),
      Contains(::testing::AllOf(
          HasSubstr("\"event\":\"rpc\",\"method\":\"isnad.server_test.ProbeService/Probe\""),
          HasSubstr("\"status\":\"OK\""), HasSubstr("\"request_id\":\"job-42\""),
          HasSubstr("\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\""),
          Not(HasSubstr("secret")))));

  const auto other = ClientContext();
  other->AddMetadata("x-request-id", "has spaces");
  ASSERT_TRUE(Probe(other.get()).ok());
  EXPECT_THAT(Header(*other, "x-request-id"), SizeIs(32));
}

TEST_F(ServerTest, ErrorsArriveWithTheirDetails) {
  CreateAndStart();
  handler_->unary = [](RpcContext&, const ProbeRequest&, ProbeResponse*) {
    return InvalidFields({{"text", "is wrong"}});
  };
  const absl::Status status = Probe();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ErrorReason(status), "INVALID_FIELD");
  ASSERT_THAT(FieldViolations(status), SizeIs(1));
  EXPECT_EQ(FieldViolations(status)[0].field, "text");

  handler_->unary = [](RpcContext&, const ProbeRequest&, ProbeResponse*) {
    return absl::InternalError("plain");
  };
  EXPECT_EQ(ErrorReason(Probe()), "INTERNAL");
}

// Holds calls in the handler until released.
class Gate {
 public:
  void Pass() {
    absl::MutexLock lock(&mutex_);
    ++inside_;
    mutex_.AwaitWithTimeout(absl::Condition(&open_), kPatience);
  }
  bool WaitForInside(int count) {
    absl::MutexLock lock(&mutex_);
    const auto reached = [this, count]()
                             ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return inside_ >= count; };
    return mutex_.AwaitWithTimeout(absl::Condition(&reached), kPatience);
  }
  void Open() {
    absl::MutexLock lock(&mutex_);
    open_ = true;
  }

 private:
  absl::Mutex mutex_;
  int inside_ ABSL_GUARDED_BY(mutex_) = 0;
  bool open_ ABSL_GUARDED_BY(mutex_) = false;
};

TEST_F(ServerTest, CallsBeyondTheLimitAreToldWhenToRetry) {
  config_.set_max_concurrent_rpcs(1);
  config_.set_max_concurrent_streams(1);
  CreateAndStart();
  Gate gate;
  handler_->unary = [&](RpcContext&, const ProbeRequest& request, ProbeResponse*) {
    if (request.text() == "hold") gate.Pass();
    return absl::OkStatus();
  };
  handler_->stream = [&](RpcContext&, grpc::ServerWriter<ProbeResponse>* writer) {
    writer->Write(ProbeResponse());
    gate.Pass();
    return absl::OkStatus();
  };
  std::thread held([&] { EXPECT_TRUE(Probe(ClientContext().get(), "hold").ok()); });
  ASSERT_TRUE(gate.WaitForInside(1));

  const absl::Status refused = Probe();
  EXPECT_EQ(refused.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ErrorReason(refused), "TOO_MANY_CALLS");
  EXPECT_GT(RetryDelay(refused), absl::ZeroDuration());
  EXPECT_LT(RetryDelay(refused), absl::Minutes(1));
  // Probes and calls from within the process are not refused.
  EXPECT_EQ(HealthOf(""), "NOT_SERVING");
  ProbeResponse response;
  EXPECT_TRUE(ProbeService::NewStub(server_->InProcessChannel())
                  ->Probe(ClientContext().get(), ProbeRequest(), &response)
                  .ok());

  const auto stub = ProbeService::NewStub(channel_);
  const auto context = ClientContext();
  const auto stream = stub->ProbeStream(context.get(), ProbeRequest());
  ASSERT_TRUE(stream->Read(&response));
  const auto other_context = ClientContext();
  const auto other = stub->ProbeStream(other_context.get(), ProbeRequest());
  EXPECT_FALSE(other->Read(&response));
  EXPECT_EQ(other->Finish().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);

  gate.Open();
  held.join();
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_TRUE(Probe().ok());
}

TEST_F(ServerTest, DeadlinesAreCappedAndPassedOn) {
  config_.set_max_unary_deadline_ms(5000);
  CreateAndStart();
  absl::Duration remaining;
  absl::Duration passed_on;
  handler_->unary = [&](RpcContext& rpc, const ProbeRequest&, ProbeResponse*) {
    remaining = rpc.Remaining();
    grpc::ClientContext downstream;
    PrepareClientContext(&rpc, absl::Hours(1), &downstream);
    passed_on = absl::FromChrono(downstream.deadline()) - absl::Now();
    return absl::OkStatus();
  };
  ASSERT_TRUE(Probe(ClientContext(absl::Hours(1)).get()).ok());
  EXPECT_LE(remaining, absl::Seconds(5));
  EXPECT_LE(passed_on, remaining - absl::Milliseconds(90));
  grpc::ClientContext without_deadline;
  ASSERT_TRUE(Probe(&without_deadline).ok());
  EXPECT_LE(remaining, absl::Seconds(5));
  ASSERT_TRUE(Probe(ClientContext(absl::Seconds(2)).get()).ok());
  // gRPC rounds a deadline up when it sends it.
  EXPECT_LE(remaining, absl::Milliseconds(2500));
}

TEST_F(ServerTest, ABodyLearnsThatItsCallerHungUp) {
  CreateAndStart();
  absl::Notification entered;
  absl::Notification left;
  absl::Status seen;
  handler_->unary = [&](RpcContext& rpc, const ProbeRequest&, ProbeResponse*) {
    entered.Notify();
    const absl::Time patience = absl::Now() + kPatience;
    while (rpc.CheckAlive().ok() && absl::Now() < patience) std::this_thread::yield();
    // After the notification the test's variables may be gone.
    const absl::Status result = rpc.CheckAlive();
    seen = result;
    left.Notify();
    return result;
  };
  const auto context = ClientContext();
  std::thread caller([&] { EXPECT_EQ(Probe(context.get()).code(), absl::StatusCode::kCancelled); });
  entered.WaitForNotification();
  context->TryCancel();
  caller.join();
  ASSERT_TRUE(left.WaitForNotificationWithTimeout(kPatience));
  EXPECT_EQ(seen.code(), absl::StatusCode::kCancelled);
}

TEST_F(ServerTest, MessagesBeyondTheLimitAreRefused) {
  config_.set_max_receive_bytes(1000);
  config_.set_max_send_bytes(2000);
  CreateAndStart();
  EXPECT_TRUE(Probe(ClientContext().get(), std::string(900, 'a')).ok());
  EXPECT_EQ(Probe(ClientContext().get(), std::string(1100, 'a')).code(),
            absl::StatusCode::kResourceExhausted);
  handler_->unary = [](RpcContext&, const ProbeRequest&, ProbeResponse* response) {
    response->set_text(std::string(2100, 'a'));
    return absl::OkStatus();
  };
  EXPECT_EQ(Probe().code(), absl::StatusCode::kResourceExhausted);
}

TEST_F(ServerTest, MetricsCountCallsAndBytes) {
  config_.set_metrics_address("127.0.0.1:0");
  CreateAndStart();
  EXPECT_GT(server_->metrics_port(), 0);
  ASSERT_TRUE(Probe(ClientContext().get(), std::string(998, 'a')).ok());
  const std::string text = runtime_->metrics().Expose();
  const std::string method = "grpc_method=\"isnad.server_test.ProbeService/Probe\"";
  EXPECT_THAT(text, HasSubstr(absl::StrCat("grpc_server_call_started_total{", method, "} 1")));
  EXPECT_THAT(text, HasSubstr(absl::StrCat("grpc_server_call_duration_seconds_count{", method,
                                           ",grpc_status=\"OK\"} 1")));
  // A tag and two bytes of length go before the text.
  for (const char* way : {"sent", "rcvd"}) {
    EXPECT_THAT(text, HasSubstr(absl::StrCat("grpc_server_call_", way,
                                             "_total_compressed_message_size_bytes_sum{", method,
                                             ",grpc_status=\"OK\"} 1001")));
  }
}

TEST_F(ServerTest, APortInUseIsAClearError) {
  CreateAndStart();
  config_.set_address(absl::StrCat("127.0.0.1:", server_->port()));
  auto second = Server::Create(config_, {"second", "1"}, MakeRpcRuntime(config_));
  ASSERT_TRUE(second.ok());
  const absl::Status status = (*second)->Start();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()), HasSubstr("port is in use"));
}

TEST_F(ServerTest, TheBoundAddressIsLogged) {
  CreateAndStart();
  EXPECT_THAT(log_.lines(), Contains(HasSubstr(absl::StrCat(
                                "\"event\":\"listening\",\"server\":\"isnad-test\",\"address\":"
                                "\"127.0.0.1:",
                                server_->port(), "\""))));
}

TEST_F(ServerTest, AnUnusableConfigurationIsRefused) {
  config_.set_max_threads(-1);
  EXPECT_EQ(Server::Create(config_, {"x", "1"}, MakeRpcRuntime(config_)).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(ServerTest, SigtermFinishesRunningCallsAndThenShutsDownInOrder) {
  config_.set_admin_address("127.0.0.1:0");
  Create();
  std::vector<std::string> order;
  server_->OnShutdown([&] { order.push_back("close store"); });
  server_->OnShutdown([&] { order.push_back("flush"); });
  Gate gate;
  std::shared_ptr<grpc::Channel> inner;
  handler_->unary = [&](RpcContext&, const ProbeRequest& request, ProbeResponse* response) {
    response->set_text(request.text());
    if (request.text() == "inner") return absl::OkStatus();
    gate.Pass();
    order.push_back("call");
    // What a running call needs of its own process is still there.
    ProbeRequest inner_request;
    inner_request.set_text("inner");
    ProbeResponse ignored;
    return FromGrpcStatus(
        ProbeService::NewStub(inner)->Probe(ClientContext().get(), inner_request, &ignored));
  };
  Start();
  inner = server_->InProcessChannel();
  server_->SetReady();
  const auto admin = Dial(server_->admin_port());
  // Idle control streams must not hold the drain up.
  const auto idle_context = ClientContext();
  const auto idle = grpc::reflection::v1::ServerReflection::NewStub(channel_)->ServerReflectionInfo(
      idle_context.get());
  grpc::reflection::v1::ServerReflectionRequest list;
  list.set_list_services("");
  grpc::reflection::v1::ServerReflectionResponse listed;
  ASSERT_TRUE(idle->Write(list) && idle->Read(&listed));
  const auto watch_context = ClientContext();
  const auto watch =
      grpc::health::v1::Health::NewStub(channel_)->Watch(watch_context.get(), HealthCheckRequest());
  HealthCheckResponse health;
  ASSERT_TRUE(watch->Read(&health));
  EXPECT_EQ(health.status(), HealthCheckResponse::SERVING);

  ProbeResponse response;
  absl::Status answered = absl::UnknownError("not yet");
  std::thread caller([&] { answered = Probe(ClientContext().get(), "last words", &response); });
  ASSERT_TRUE(gate.WaitForInside(1));
  int exit_code = -1;
  std::thread serving([&] { exit_code = server_->ServeUntilSignal(); });
  kill(getpid(), SIGTERM);

  while (watch->Read(&health)) EXPECT_EQ(health.status(), HealthCheckResponse::NOT_SERVING);
  EXPECT_EQ(HealthOf(admin, ""), "NOT_SERVING");
  EXPECT_EQ(HealthOf(admin, kProbeService), "NOT_SERVING");
  EXPECT_EQ(HealthOf(admin, "liveness"), "SERVING");
  EXPECT_FALSE(idle->Read(&listed));
  gate.Open();
  caller.join();
  serving.join();
  EXPECT_TRUE(answered.ok()) << answered;
  EXPECT_EQ(response.text(), "last words");
  EXPECT_EQ(exit_code, 0);
  EXPECT_THAT(order, ElementsAre("call", "flush", "close store"));
  EXPECT_EQ(Probe(ClientContext(absl::Seconds(5)).get()).code(), absl::StatusCode::kUnavailable);
}

TEST_F(ServerTest, ADrainingServerEndsStreamsThatWatch) {
  CreateAndStart();
  absl::Notification entered;
  handler_->stream = [&](RpcContext& rpc, grpc::ServerWriter<ProbeResponse>*) {
    entered.Notify();
    const absl::Time patience = absl::Now() + kPatience;
    while (!rpc.IsDraining() && absl::Now() < patience) std::this_thread::yield();
    return DrainingError();
  };
  const auto context = ClientContext();
  const auto stream = ProbeService::NewStub(channel_)->ProbeStream(context.get(), ProbeRequest());
  entered.WaitForNotification();
  std::thread draining([&] { server_->Drain(); });
  ProbeResponse response;
  EXPECT_FALSE(stream->Read(&response));
  const absl::Status status = FromGrpcStatus(stream->Finish());
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ErrorReason(status), "SERVER_DRAINING");
  draining.join();
}

TEST_F(ServerTest, TheDrainDeadlineEndsCallsThatDoNotEnd) {
  config_.set_drain_deadline_ms(50);
  CreateAndStart();
  absl::Notification entered;
  handler_->unary = [&](RpcContext& rpc, const ProbeRequest&, ProbeResponse*) {
    entered.Notify();
    while (rpc.CheckAlive().ok()) std::this_thread::yield();
    return rpc.CheckAlive();
  };
  std::thread caller([&] { EXPECT_FALSE(Probe().ok()); });
  entered.WaitForNotification();
  server_->Drain();
  caller.join();
}

}  // namespace
}  // namespace isnad::server
