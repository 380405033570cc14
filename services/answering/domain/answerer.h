// Answers questions: reads, looks up, chooses, writes.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_ANSWERER_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_ANSWERER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "isnad/v1/answer_service.pb.h"
#include "services/answering/backend/fact_source.h"
#include "services/answering/backend/question_analyzer.h"
#include "services/answering/domain/answerer_limits.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::answering {

// A checked request.
struct Ask {
  std::string question;
  // "ar", "en", or empty for the question's own.
  std::string language_code;
  absl::optional<absl::Time> as_of;
  int max_citations = 8;
  bool include_plan = false;
};

// Stateless but for what it borrows: the services behind and the clock. Thread safe.
class Answerer {
 public:
  Answerer(const QuestionAnalyzer* analyzer, const FactSource* facts, server::Clock* clock,
           AnswererLimits limits)
      : analyzer_(*analyzer), facts_(*facts), clock_(*clock), limits_(limits) {}

  // Answers or refuses; a part of a double question at a time. Errors are those of the services
  // behind. Costs one call to extraction and three to facts for a plain question.
  absl::StatusOr<isnad::v1::AskResponse> Answer(const server::RpcContext& rpc,
                                                const Ask& ask) const;

 private:
  const QuestionAnalyzer& analyzer_;
  const FactSource& facts_;
  server::Clock& clock_;
  const AnswererLimits limits_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_ANSWERER_H_
