// Where a question's reading comes from. Answering knows no Arabic analysis of its own.

#ifndef ISNAD_SERVICES_ANSWERING_BACKEND_QUESTION_ANALYZER_H_
#define ISNAD_SERVICES_ANSWERING_BACKEND_QUESTION_ANALYZER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::answering {

// A question as it was read, with its words.
struct AnalyzedQuestion {
  isnad::v1::QuestionAnalysis reading;
  std::vector<isnad::v1::Token> tokens;
};

// Reads questions. Thread safe.
class QuestionAnalyzer {
 public:
  virtual ~QuestionAnalyzer() = default;

  // Reads `question`; relative dates count from `now`. Errors are those of the service behind.
  virtual absl::StatusOr<AnalyzedQuestion> Analyze(const server::RpcContext& rpc,
                                                   absl::string_view question,
                                                   absl::Time now) const = 0;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_BACKEND_QUESTION_ANALYZER_H_
