#include "services/server/reflection/reflection_service.h"

#include <algorithm>
#include <utility>

#include "absl/status/statusor.h"
#include "grpc/reflection/v1/reflection.grpc.pb.h"
#include "grpc/reflection/v1alpha/reflection.grpc.pb.h"
#include "services/server/reflection/descriptor_index.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::server {
namespace {

struct V1 {
  using Service = grpc::reflection::v1::ServerReflection::CallbackService;
  using Request = grpc::reflection::v1::ServerReflectionRequest;
  using Response = grpc::reflection::v1::ServerReflectionResponse;
};

struct V1Alpha {
  using Service = grpc::reflection::v1alpha::ServerReflection::CallbackService;
  using Request = grpc::reflection::v1alpha::ServerReflectionRequest;
  using Response = grpc::reflection::v1alpha::ServerReflectionResponse;
};

// Answers single requests. Thread safe.
template <typename Version>
class Responder {
 public:
  using Request = typename Version::Request;
  using Response = typename Version::Response;

  explicit Responder(std::vector<std::string> services) : services_(std::move(services)) {
    std::sort(services_.begin(), services_.end());
  }

  void Respond(const Request& request, Response* response) const {
    response->Clear();
    response->set_valid_host(request.host());
    *response->mutable_original_request() = request;
    const absl::Status status = Answer(request, response);
    if (status.ok()) return;
    auto* error = response->mutable_error_response();
    error->set_error_code(static_cast<int>(status.code()));
    error->set_error_message(std::string(status.message()));
  }

 private:
  absl::Status Answer(const Request& request, Response* response) const {
    switch (request.message_request_case()) {
      case Request::kListServices:
        for (const std::string& service : services_) {
          response->mutable_list_services_response()->add_service()->set_name(service);
        }
        return absl::OkStatus();
      case Request::kFileByFilename:
        return AddFiles(index_.FileByName(request.file_by_filename()), response);
      case Request::kFileContainingSymbol:
        return AddFiles(index_.FileContainingSymbol(request.file_containing_symbol()), response);
      case Request::kFileContainingExtension:
        return AddFiles(
            index_.FileContainingExtension(request.file_containing_extension().containing_type(),
                                           request.file_containing_extension().extension_number()),
            response);
      case Request::kAllExtensionNumbersOfType:
        return AddNumbers(request.all_extension_numbers_of_type(), response);
      case Request::MESSAGE_REQUEST_NOT_SET:
        break;
    }
    return InvalidFields({{"message_request", "is empty; ask for one of its kinds"}});
  }

  static absl::Status AddFiles(const absl::StatusOr<std::vector<std::string>>& files,
                               Response* response) {
    if (!files.ok()) return files.status();
    for (const std::string& file : *files) {
      response->mutable_file_descriptor_response()->add_file_descriptor_proto(file);
    }
    return absl::OkStatus();
  }

  absl::Status AddNumbers(const std::string& type, Response* response) const {
    const absl::StatusOr<std::vector<int32_t>> numbers = index_.ExtensionNumbers(type);
    if (!numbers.ok()) return numbers.status();
    auto* answer = response->mutable_all_extension_numbers_response();
    answer->set_base_type_name(type);
    for (int32_t number : *numbers) answer->add_extension_number(number);
    return absl::OkStatus();
  }

  const DescriptorIndex index_;
  std::vector<std::string> services_;
};

// One stream: read, answer, read again. Deletes itself when done.
template <typename Version>
class StreamReactor final
    : public grpc::ServerBidiReactor<typename Version::Request, typename Version::Response> {
 public:
  StreamReactor(grpc::CallbackServerContext* context, const Responder<Version>& responder,
                StreamSet* streams)
      : context_(context), responder_(responder), streams_(streams) {
    const absl::Status admitted = streams_->Add(context_);
    if (admitted.ok()) {
      this->StartRead(&request_);
    } else {
      this->Finish(ToGrpcStatus(admitted));
    }
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      // The client closed its side, or the stream was cancelled.
      this->Finish(grpc::Status::OK);
      return;
    }
    responder_.Respond(request_, &response_);
    this->StartWrite(&response_);
  }

  void OnWriteDone(bool ok) override {
    if (ok) {
      this->StartRead(&request_);
    } else {
      this->Finish(grpc::Status(grpc::StatusCode::CANCELLED, "the stream broke"));
    }
  }

  void OnDone() override {
    streams_->Remove(context_);
    delete this;
  }

 private:
  grpc::CallbackServerContext* const context_;
  const Responder<Version>& responder_;
  StreamSet* const streams_;
  typename Version::Request request_;
  typename Version::Response response_;
};

template <typename Version>
class ReflectionService final : public Version::Service {
 public:
  ReflectionService(std::vector<std::string> services, StreamSet* streams)
      : responder_(std::move(services)), streams_(streams) {}

  grpc::ServerBidiReactor<typename Version::Request, typename Version::Response>*
  ServerReflectionInfo(grpc::CallbackServerContext* context) override {
    return new StreamReactor<Version>(context, responder_, streams_);
  }

 private:
  const Responder<Version> responder_;
  StreamSet* const streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeReflectionV1(std::vector<std::string> services,
                                                StreamSet* streams) {
  return std::make_unique<ReflectionService<V1>>(std::move(services), streams);
}

std::unique_ptr<grpc::Service> MakeReflectionV1Alpha(std::vector<std::string> services,
                                                     StreamSet* streams) {
  return std::make_unique<ReflectionService<V1Alpha>>(std::move(services), streams);
}

}  // namespace isnad::server
