#include "services/facts/engines/postgresql/sql_states.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace isnad::facts::postgresql {
namespace {

constexpr char kQueryCanceled[] = "57014";
constexpr char kReadOnlyTransaction[] = "25006";
constexpr char kLockNotAvailable[] = "55P03";
constexpr char kBadText[] = "22021";
constexpr char kUntranslatable[] = "22P05";
constexpr char kNotAllowed[] = "42501";
constexpr char kNoSuchTable[] = "42P01";

absl::StatusCode CodeOf(absl::string_view state) {
  if (state.empty()) return absl::StatusCode::kUnavailable;
  if (LostRace(state)) return absl::StatusCode::kAborted;
  if (state == kQueryCanceled) return absl::StatusCode::kDeadlineExceeded;
  if (state == kReadOnlyTransaction || state == kLockNotAvailable) {
    return absl::StatusCode::kUnavailable;
  }
  if (state == kBadText || state == kUntranslatable) return absl::StatusCode::kInvalidArgument;
  if (state == kNotAllowed || state == kNoSuchTable) return absl::StatusCode::kFailedPrecondition;
  const absl::string_view kind = state.substr(0, 2);
  if (kind == "54") return absl::StatusCode::kInvalidArgument;  // a value that is too long
  if (kind == "23") return absl::StatusCode::kAborted;          // integrity constraints
  if (kind == "08" || kind == "53" || kind == "57" || kind == "58") {
    return absl::StatusCode::kUnavailable;  // connection, resources, operator, system
  }
  if (kind == "XX" && state != "XX000") return absl::StatusCode::kDataLoss;
  return absl::StatusCode::kInternal;
}

}  // namespace

bool LostRace(absl::string_view sql_state) { return sql_state == "40001" || sql_state == "40P01"; }

absl::Status StatusOfState(absl::string_view sql_state, absl::string_view message) {
  const std::string one_line =
      absl::StrReplaceAll(absl::StripAsciiWhitespace(message), {{"\n", " "}, {"\t", ""}});
  return absl::Status(CodeOf(sql_state), absl::StrCat("the fact store's database answered: ",
                                                      one_line, sql_state.empty() ? "" : " (",
                                                      sql_state, sql_state.empty() ? "" : ")"));
}

}  // namespace isnad::facts::postgresql
