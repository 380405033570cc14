#include "services/facts/handlers/once.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "services/facts/converters/etag.h"
#include "services/facts/domain/errors.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr size_t kLongestRequestId = 128;

}  // namespace

absl::Status WriteOnce(const Backend& backend, const google::protobuf::Message& request,
                       const std::string& request_id,
                       const std::function<absl::Status(WriteTransaction&)>& act,
                       const std::function<absl::Status(Snapshot&)>& answer) {
  if (request_id.size() > kLongestRequestId) {
    return server::InvalidFields(
        {{"request_id", absl::StrCat("has ", request_id.size(), " bytes; at most ",
                                     kLongestRequestId, " are allowed")}});
  }
  const std::string body = BodyHash(request);
  absl::optional<Micros> served;
  ISNAD_RETURN_IF_ERROR(backend.Write([&](WriteTransaction& store) -> absl::Status {
    served.reset();
    if (!request_id.empty()) {
      ISNAD_ASSIGN_OR_RETURN(const absl::optional<ServedRequest> before,
                             store.FindRequest(request_id));
      if (before.has_value() && before->body_hash != body) return RequestIdReused(request_id);
      if (before.has_value()) {
        served = before->time;
        return absl::OkStatus();
      }
      ISNAD_RETURN_IF_ERROR(store.InsertRequest(request_id, body));
    }
    ISNAD_RETURN_IF_ERROR(act(store));
    return answer(store);
  }));
  if (!served.has_value()) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> then, backend.Read(*served));
  return answer(*then);
}

}  // namespace isnad::facts
