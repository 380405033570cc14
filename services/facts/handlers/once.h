// Writes that may be asked for twice.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_ONCE_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_ONCE_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "services/facts/handlers/method_conventions.h"

namespace isnad::facts {

// Runs `act` in a transaction, once per `request_id` (any number of times when it is empty), and
// `answer` over what is then stored. A repetition is answered from the state right after the first
// time. The same id with another request is an INVALID_ARGUMENT (REQUEST_ID_REUSED).
absl::Status WriteOnce(const Backend& backend, const google::protobuf::Message& request,
                       const std::string& request_id,
                       const std::function<absl::Status(WriteTransaction&)>& act,
                       const std::function<absl::Status(Snapshot&)>& answer);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_ONCE_H_
