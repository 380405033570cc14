#include "services/server/rpc/message_size_interceptor.h"

#include <google/protobuf/message_lite.h>
#include <grpcpp/support/byte_buffer.h>

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace isnad::server {
namespace {

using grpc::experimental::InterceptionHookPoints;

// Counts one call. gRPC runs its hooks one after the other.
class MessageSizeInterceptor final : public grpc::experimental::Interceptor {
 public:
  MessageSizeInterceptor(std::string method, std::shared_ptr<Metrics> metrics)
      : method_(std::move(method)), metrics_(std::move(metrics)) {}

  void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_MESSAGE)) {
      // All services of the suite take protobuf messages.
      const auto* message =
          static_cast<const google::protobuf::MessageLite*>(methods->GetRecvMessage());
      if (message != nullptr) received_bytes_ += static_cast<int64_t>(message->ByteSizeLong());
    }
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_MESSAGE)) {
      const grpc::ByteBuffer* message = methods->GetSerializedSendMessage();
      if (message != nullptr) sent_bytes_ += static_cast<int64_t>(message->Length());
    }
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS)) {
      const auto code = static_cast<absl::StatusCode>(methods->GetSendStatus().error_code());
      metrics_->CallSizes(method_, absl::StatusCodeToString(code), received_bytes_, sent_bytes_);
    }
    methods->Proceed();
  }

 private:
  const std::string method_;
  const std::shared_ptr<Metrics> metrics_;
  int64_t received_bytes_ = 0;
  int64_t sent_bytes_ = 0;
};

class MessageSizeInterceptorFactory final
    : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  explicit MessageSizeInterceptorFactory(std::shared_ptr<Metrics> metrics)
      : metrics_(std::move(metrics)) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(
      grpc::experimental::ServerRpcInfo* info) override {
    return new MessageSizeInterceptor(
        std::string(absl::StripPrefix(absl::string_view(info->method()), "/")), metrics_);
  }

 private:
  const std::shared_ptr<Metrics> metrics_;
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>
MakeMessageSizeInterceptorFactory(std::shared_ptr<Metrics> metrics) {
  return std::make_unique<MessageSizeInterceptorFactory>(std::move(metrics));
}

}  // namespace isnad::server
