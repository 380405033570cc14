#include "services/answering/handlers/request_checks.h"

#include <algorithm>
#include <cstddef>

#include "services/answering/errors/answering_errors.h"
#include "services/answering/handlers/utf8_check.h"
#include "services/server/status/status_macros.h"

namespace isnad::answering {
namespace {

constexpr size_t kMaxCharacters = 2000;
constexpr int kDefaultCitations = 8;
constexpr int kMaxCitations = 50;

}  // namespace

absl::Status CheckQuestion(absl::string_view question) {
  if (question.find_first_not_of(" \t\r\n") == absl::string_view::npos) return EmptyQuestionError();
  const Utf8Check utf8 = CheckUtf8(question);
  if (utf8.valid_bytes < question.size()) return QuestionNotUtf8Error(utf8.valid_bytes);
  if (utf8.characters > kMaxCharacters) {
    return QuestionTooLongError(utf8.characters, kMaxCharacters);
  }
  return absl::OkStatus();
}

absl::StatusOr<Ask> CheckAsk(const isnad::v1::AskRequest& request, absl::Time now) {
  ISNAD_RETURN_IF_ERROR(CheckQuestion(request.question()));
  Ask ask;
  ask.question = request.question();
  ask.language_code = request.language_code();
  if (!ask.language_code.empty() && ask.language_code != "ar" && ask.language_code != "en") {
    return UnknownAnswerLanguageError(ask.language_code);
  }
  if (request.max_citations() < 0) return NegativeCitationsError(request.max_citations());
  ask.max_citations = request.max_citations() == 0
                          ? kDefaultCitations
                          : std::min<int>(request.max_citations(), kMaxCitations);
  if (request.has_as_of()) {
    const auto& time = request.as_of();
    if (time.nanos() < 0 || time.nanos() > 999999999) {
      return BadAsOfError("has nanoseconds outside 0 to 999,999,999");
    }
    ask.as_of = absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
    if (*ask.as_of > now) return BadAsOfError("lies in the future; a time up to now is wanted");
  }
  ask.include_plan = request.include_plan();
  return ask;
}

}  // namespace isnad::answering
