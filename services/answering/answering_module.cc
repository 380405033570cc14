#include "services/answering/answering_module.h"

#include <utility>

#include "services/answering/clients/extraction_client.h"
#include "services/answering/clients/fact_client.h"
#include "services/answering/errors/answering_errors.h"
#include "services/answering/handlers/answer_handler.h"
#include "services/server/status/status_macros.h"

namespace isnad::answering {
namespace {

constexpr int64_t kDefaultTimeoutMs = 5000;
constexpr int kMostPassages = 200;
constexpr int kMostFacts = 1000;

absl::Status SetCount(absl::string_view field, int given, int most, int* value) {
  if (given < 0 || given > most) return BadConfigError(field, "is negative or too large");
  if (given > 0) *value = given;
  return absl::OkStatus();
}

absl::StatusOr<AnswererLimits> LimitsOf(const config::AnsweringConfig& config) {
  AnswererLimits limits;
  ISNAD_RETURN_IF_ERROR(
      SetCount("max_passages", config.max_passages(), kMostPassages, &limits.max_passages));
  ISNAD_RETURN_IF_ERROR(SetCount("max_facts", config.max_facts(), kMostFacts, &limits.max_facts));
  if (config.min_confidence() < 0 || config.min_confidence() > 1) {
    return BadConfigError("min_confidence", "is not between 0 and 1");
  }
  if (config.min_confidence() > 0) limits.min_confidence = config.min_confidence();
  return limits;
}

}  // namespace

absl::StatusOr<std::unique_ptr<AnsweringModule>> AnsweringModule::Create(
    const config::AnsweringConfig& config, server::Clock* clock,
    std::shared_ptr<grpc::Channel> extraction, std::unique_ptr<FactCalls> facts) {
  ISNAD_ASSIGN_OR_RETURN(const AnswererLimits limits, LimitsOf(config));
  if (config.call_timeout_ms() < 0) return BadConfigError("call_timeout_ms", "is negative");
  const absl::Duration timeout = absl::Milliseconds(
      config.call_timeout_ms() == 0 ? kDefaultTimeoutMs : config.call_timeout_ms());
  return std::unique_ptr<AnsweringModule>(
      new AnsweringModule(NewExtractionClient(std::move(extraction), timeout),
                          NewFactClient(std::move(facts), timeout), clock, limits));
}

AnsweringModule::AnsweringModule(std::unique_ptr<QuestionAnalyzer> analyzer,
                                 std::unique_ptr<FactSource> facts, server::Clock* clock,
                                 const AnswererLimits& limits)
    : analyzer_(std::move(analyzer)),
      facts_(std::move(facts)),
      clock_(clock),
      answerer_(analyzer_.get(), facts_.get(), clock, limits) {}

std::unique_ptr<grpc::Service> AnsweringModule::NewHandler(server::RpcRuntime* runtime) const {
  return NewAnswerHandler(&answerer_, clock_, runtime);
}

}  // namespace isnad::answering
