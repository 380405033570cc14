// The answering service as a part that a process hosts.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERING_MODULE_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERING_MODULE_H_

#include <grpcpp/channel.h>
#include <grpcpp/impl/service_type.h>

#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "services/answering/backend/fact_source.h"
#include "services/answering/backend/question_analyzer.h"
#include "services/answering/clients/fact_calls.h"
#include "services/answering/config/answering_config.pb.h"
#include "services/answering/domain/answerer.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::answering {

// Holds the clients of the services behind. Stateless otherwise. Outlives its handlers; thread
// safe.
class AnsweringModule {
 public:
  // INVALID_ARGUMENT when a number of the configuration is out of range. `clock` must outlive the
  // module. Waits for no connection.
  static absl::StatusOr<std::unique_ptr<AnsweringModule>> Create(
      const config::AnsweringConfig& config, server::Clock* clock,
      std::shared_ptr<grpc::Channel> extraction, std::unique_ptr<FactCalls> facts);
  static absl::StatusOr<std::unique_ptr<AnsweringModule>> Create(
      const config::AnsweringConfig& config, server::Clock* clock,
      std::shared_ptr<grpc::Channel> extraction, std::shared_ptr<grpc::Channel> facts) {
    return Create(config, clock, std::move(extraction), NewRemoteFactCalls(std::move(facts)));
  }

  // A handler of isnad.v1.AnswerService. Several may exist at a time.
  std::unique_ptr<grpc::Service> NewHandler(server::RpcRuntime* runtime) const;

 private:
  AnsweringModule(std::unique_ptr<QuestionAnalyzer> analyzer, std::unique_ptr<FactSource> facts,
                  server::Clock* clock, const AnswererLimits& limits);

  const std::unique_ptr<QuestionAnalyzer> analyzer_;
  const std::unique_ptr<FactSource> facts_;
  server::Clock* const clock_;
  const Answerer answerer_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERING_MODULE_H_
