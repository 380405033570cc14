#include "services/answering/answering_main.h"

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "services/answering/answering_module.h"
#include "services/server/config/load_config.h"
#include "services/server/rpc/channel.h"
#include "services/server/rpc/service_config.h"
#include "services/server/server.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"
#include "services/server/version/version.h"

namespace isnad::answering {
namespace {

constexpr char kService[] = "isnad.v1.AnswerService";

// `field` is the configuration field that holds the target.
absl::StatusOr<std::shared_ptr<grpc::Channel>> Dial(absl::string_view field,
                                                    const std::string& target,
                                                    absl::string_view service) {
  if (target.empty()) {
    return server::InvalidFields(
        {{std::string(field), "is not set; give a target such as 127.0.0.1:8081"}});
  }
  return server::DialService(target, server::ServiceConfigFor(service));
}

absl::StatusOr<int> Serve(const config::AnsweringConfig& config) {
  auto runtime = server::MakeRpcRuntime(config.server());
  ISNAD_ASSIGN_OR_RETURN(
      auto host,
      server::Server::Create(config.server(), {"isnad-answering", server::kVersion}, runtime));
  ISNAD_ASSIGN_OR_RETURN(auto extraction, Dial("extraction_target", config.extraction_target(),
                                               "isnad.v1.ExtractionService"));
  ISNAD_ASSIGN_OR_RETURN(auto facts,
                         Dial("facts_target", config.facts_target(), "isnad.v1.FactService"));
  ISNAD_ASSIGN_OR_RETURN(
      auto module, AnsweringModule::Create(config, server::SystemClock(), std::move(extraction),
                                           std::move(facts)));
  host->AddService(module->NewHandler(runtime.get()), kService);
  ISNAD_RETURN_IF_ERROR(host->Start());
  host->SetReady();
  return host->ServeUntilSignal();
}

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "isnad-answering: %s\n", std::string(status.message()).c_str());
  return 1;
}

}  // namespace

int RunAnswering(int argc, char** argv) {
  config::AnsweringConfig config;
  const auto action = server::LoadConfig(argc, argv, "ISNAD", &config);
  if (!action.ok()) return Fail(action.status());
  if (*action == server::ConfigAction::kExit) return 0;
  const absl::StatusOr<int> code = Serve(config);
  return code.ok() ? *code : Fail(code.status());
}

}  // namespace isnad::answering
