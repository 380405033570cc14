#include "clients/cli/output.h"

#include <iostream>

#include "google/protobuf/util/json_util.h"
#include "services/server/status/error_details.h"

namespace isnad::cli {

std::string ToJson(const google::protobuf::Message& message) {
  std::string out;
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = false;
  if (!google::protobuf::util::MessageToJsonString(message, &out, options).ok()) return "{}";
  return out;
}

void PrintJson(const google::protobuf::Message& message) { std::cout << ToJson(message) << "\n"; }

int PrintFailure(const absl::Status& status) {
  std::cerr << "isnad: " << status.message();
  const std::string reason = server::ErrorReason(status);
  if (!reason.empty()) std::cerr << " [" << reason << "]";
  std::cerr << "\n";
  for (const server::FieldViolation& violation : server::FieldViolations(status)) {
    std::cerr << "  " << violation.field << ": " << violation.description << "\n";
  }
  return status.code() == absl::StatusCode::kUnavailable ? kUnavailable : kFailure;
}

}  // namespace isnad::cli
