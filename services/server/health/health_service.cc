#include "services/server/health/health_service.h"

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/types/optional.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::server {
namespace {

using ::grpc::health::v1::HealthCheckRequest;
using ::grpc::health::v1::HealthCheckResponse;

HealthCheckResponse::ServingStatus ToProto(Health health) {
  switch (health) {
    case Health::kServing:
      return HealthCheckResponse::SERVING;
    case Health::kNotServing:
      return HealthCheckResponse::NOT_SERVING;
    case Health::kUnknownService:
      return HealthCheckResponse::SERVICE_UNKNOWN;
  }
  return HealthCheckResponse::UNKNOWN;
}

// One Watch call: writes the newest health, one write at a time. Deletes itself when done.
//
// No gRPC operation is started under the lock, as its reaction may take the lock.
class WatchReactor final : public grpc::ServerWriteReactor<HealthCheckResponse> {
 public:
  WatchReactor(grpc::CallbackServerContext* context, const std::string& service,
               HealthRegistry* registry, StreamSet* streams)
      : context_(context), registry_(registry), streams_(streams) {
    const absl::Status admitted = streams_->Add(context_);
    if (!admitted.ok()) {
      Finish(ToGrpcStatus(admitted));
      return;
    }
    subscription_ = registry_->Subscribe(service, [this](Health health) { Show(health); });
  }

  void OnWriteDone(bool ok) override {
    {
      absl::MutexLock lock(&mutex_);
      writing_ = false;
      if (!ok) cancelled_ = true;
    }
    Continue();
  }

  void OnCancel() override {
    {
      absl::MutexLock lock(&mutex_);
      cancelled_ = true;
    }
    Continue();
  }

  void OnDone() override {
    registry_->Unsubscribe(subscription_);
    streams_->Remove(context_);
    delete this;
  }

 private:
  void Show(Health health) {
    {
      absl::MutexLock lock(&mutex_);
      pending_ = health;
    }
    Continue();
  }

  // Starts what is due next: the end, a write, or nothing.
  void Continue() {
    bool finish = false;
    {
      absl::MutexLock lock(&mutex_);
      if (finished_ || writing_) return;
      if (cancelled_) {
        finish = finished_ = true;
      } else if (pending_.has_value()) {
        response_.set_status(ToProto(*pending_));
        pending_.reset();
        writing_ = true;
      } else {
        return;
      }
    }
    if (finish) {
      Finish(grpc::Status(grpc::StatusCode::CANCELLED, "the watch was ended"));
    } else {
      StartWrite(&response_);
    }
  }

  grpc::CallbackServerContext* const context_;
  HealthRegistry* const registry_;
  StreamSet* const streams_;
  int64_t subscription_ = 0;
  // Owned by the write while `writing_`.
  HealthCheckResponse response_;
  absl::Mutex mutex_;
  absl::optional<Health> pending_ ABSL_GUARDED_BY(mutex_);
  bool writing_ ABSL_GUARDED_BY(mutex_) = false;
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
  bool finished_ ABSL_GUARDED_BY(mutex_) = false;
};

class HealthService final : public grpc::health::v1::Health::CallbackService {
 public:
  HealthService(HealthRegistry* registry, StreamSet* streams)
      : registry_(registry), streams_(streams) {}

  grpc::ServerUnaryReactor* Check(grpc::CallbackServerContext* context,
                                  const HealthCheckRequest* request,
                                  HealthCheckResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    const Health health = registry_->Get(request->service());
    if (health == Health::kUnknownService) {
      reactor->Finish(ToGrpcStatus(MakeError(
          absl::StatusCode::kNotFound,
          absl::StrCat("this server has no service \"", Shorten(request->service()), "\""),
          "SERVICE_UNKNOWN")));
    } else {
      response->set_status(ToProto(health));
      reactor->Finish(grpc::Status::OK);
    }
    return reactor;
  }

  grpc::ServerWriteReactor<HealthCheckResponse>* Watch(grpc::CallbackServerContext* context,
                                                       const HealthCheckRequest* request) override {
    return new WatchReactor(context, request->service(), registry_, streams_);
  }

 private:
  HealthRegistry* const registry_;
  StreamSet* const streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeHealthService(HealthRegistry* registry, StreamSet* streams) {
  return std::make_unique<HealthService>(registry, streams);
}

}  // namespace isnad::server
