#include "services/server/status/error_details.h"

#include <cstdint>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/types/optional.h"
#include "google/rpc/error_details.pb.h"
#include "services/server/utf8/utf8.h"

namespace isnad::server {
namespace {

// A response's trailers have room for 8 KiB, so a hostile request must not list more.
constexpr size_t kMaxViolations = 24;
constexpr size_t kMaxDescriptionBytes = 400;

std::string TypeUrl(const google::protobuf::Message& detail) {
  return absl::StrCat("type.googleapis.com/", detail.GetDescriptor()->full_name());
}

void SetDetail(const google::protobuf::Message& detail, absl::Status* status) {
  status->SetPayload(TypeUrl(detail), absl::Cord(detail.SerializeAsString()));
}

template <typename Detail>
bool GetDetail(const absl::Status& status, Detail* detail) {
  const absl::optional<absl::Cord> payload = status.GetPayload(TypeUrl(*detail));
  return payload.has_value() && detail->ParseFromString(std::string(*payload));
}

// One printable character from the start of `text`, which loses the bytes that were read.
std::string TakePrintable(absl::string_view* text) {
  const auto byte = static_cast<uint8_t>((*text)[0]);
  const std::string character = TakeUtf8Character(text);
  return byte < 0x20 || byte == 0x7F ? " " : character;
}

}  // namespace

absl::Status MakeError(absl::StatusCode code, absl::string_view message, absl::string_view reason,
                       std::map<std::string, std::string> metadata) {
  absl::Status status(code, message);
  google::rpc::ErrorInfo info;
  info.set_domain(kErrorDomain);
  info.set_reason(std::string(reason));
  for (const auto& entry : metadata) {
    (*info.mutable_metadata())[entry.first] = Shorten(entry.second, kMaxDescriptionBytes);
  }
  SetDetail(info, &status);
  return status;
}

absl::Status InvalidFields(std::vector<FieldViolation> violations, absl::string_view reason) {
  const size_t dropped =
      violations.size() > kMaxViolations ? violations.size() - kMaxViolations : 0;
  violations.resize(violations.size() - dropped);
  google::rpc::BadRequest bad_request;
  std::vector<std::string> sentences;
  for (const FieldViolation& violation : violations) {
    auto* added = bad_request.add_field_violations();
    added->set_field(Shorten(violation.field, kMaxDescriptionBytes));
    added->set_description(Shorten(violation.description, kMaxDescriptionBytes));
    sentences.push_back(absl::StrCat(added->field(), ": ", added->description()));
  }
  if (dropped > 0) sentences.push_back(absl::StrCat("and ", dropped, " more"));
  absl::Status status =
      MakeError(absl::StatusCode::kInvalidArgument, absl::StrJoin(sentences, "; "), reason);
  SetDetail(bad_request, &status);
  return status;
}

absl::Status NotFound(absl::string_view resource_type, absl::string_view name) {
  const std::string shown = Shorten(name, 200);
  absl::Status status = MakeError(
      absl::StatusCode::kNotFound, absl::StrCat("there is no resource named \"", shown, "\""),
      "RESOURCE_NOT_FOUND", {{"resource_type", std::string(resource_type)}});
  google::rpc::ResourceInfo info;
  info.set_resource_type(std::string(resource_type));
  info.set_resource_name(shown);
  SetDetail(info, &status);
  return status;
}

absl::Status WithRetryInfo(absl::Status status, absl::Duration delay) {
  if (status.ok()) return status;
  google::rpc::RetryInfo info;
  absl::Duration rest = delay < absl::ZeroDuration() ? absl::ZeroDuration() : delay;
  info.mutable_retry_delay()->set_seconds(absl::IDivDuration(rest, absl::Seconds(1), &rest));
  info.mutable_retry_delay()->set_nanos(static_cast<int32_t>(absl::ToInt64Nanoseconds(rest)));
  SetDetail(info, &status);
  return status;
}

std::string ErrorReason(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  return GetDetail(status, &info) ? info.reason() : "";
}

std::vector<FieldViolation> FieldViolations(const absl::Status& status) {
  std::vector<FieldViolation> violations;
  google::rpc::BadRequest bad_request;
  if (!GetDetail(status, &bad_request)) return violations;
  for (const auto& violation : bad_request.field_violations()) {
    violations.push_back({violation.field(), violation.description()});
  }
  return violations;
}

absl::Duration RetryDelay(const absl::Status& status) {
  google::rpc::RetryInfo info;
  if (!GetDetail(status, &info)) return absl::InfiniteDuration();
  return absl::Seconds(info.retry_delay().seconds()) +
         absl::Nanoseconds(info.retry_delay().nanos());
}

std::string Shorten(absl::string_view value, size_t max_bytes) {
  constexpr absl::string_view kCut = "...";
  std::string shortened;
  // The longest prefix that leaves room for the mark of the cut.
  size_t fits = 0;
  while (!value.empty()) {
    shortened += TakePrintable(&value);
    if (shortened.size() + kCut.size() <= max_bytes) fits = shortened.size();
    if (shortened.size() > max_bytes) {
      shortened.resize(fits);
      if (max_bytes >= kCut.size()) absl::StrAppend(&shortened, kCut);
      return shortened;
    }
  }
  return shortened;
}

}  // namespace isnad::server
