// Checks the requests of AnswerService.

#ifndef ISNAD_SERVICES_ANSWERING_HANDLERS_REQUEST_CHECKS_H_
#define ISNAD_SERVICES_ANSWERING_HANDLERS_REQUEST_CHECKS_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "isnad/v1/answer_service.pb.h"
#include "services/answering/domain/answerer.h"

namespace isnad::answering {

// INVALID_ARGUMENT when the question is empty, not UTF-8 or longer than 2,000 characters.
absl::Status CheckQuestion(absl::string_view question);

// The request with its defaults. INVALID_ARGUMENT also for another language, a negative number of
// citations and a time after `now`.
absl::StatusOr<Ask> CheckAsk(const isnad::v1::AskRequest& request, absl::Time now);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_HANDLERS_REQUEST_CHECKS_H_
