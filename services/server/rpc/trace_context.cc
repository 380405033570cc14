#include "services/server/rpc/trace_context.h"

#include <cstdint>
#include <limits>

#include "absl/algorithm/container.h"
#include "absl/random/random.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace isnad::server {
namespace {

// "VV-" + 32 digits of the trace + "-" + 16 of the span + "-" + 2 of the flags.
constexpr size_t kTraceparentBytes = 55;
constexpr size_t kMaxRequestIdBytes = 128;

// 16 hexadecimal digits that are not all zero.
std::string RandomHex() {
  thread_local absl::BitGen generator;
  return absl::StrFormat(
      "%016x", absl::Uniform<uint64_t>(generator, 1, std::numeric_limits<uint64_t>::max()));
}

bool IsHex(absl::string_view text) {
  return absl::c_all_of(text,
                        [](char c) { return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f'); });
}

bool IsHexId(absl::string_view text) {
  return IsHex(text) && absl::c_any_of(text, [](char c) { return c != '0'; });
}

bool IsValid(absl::string_view traceparent) {
  if (traceparent.size() < kTraceparentBytes) return false;
  const absl::string_view version = traceparent.substr(0, 2);
  if (!IsHex(version) || version == "ff") return false;
  // Later versions may append to the fields of version 00.
  if (traceparent.size() > kTraceparentBytes &&
      (version == "00" || traceparent[kTraceparentBytes] != '-')) {
    return false;
  }
  return traceparent[2] == '-' && traceparent[35] == '-' && traceparent[52] == '-' &&
         IsHexId(traceparent.substr(3, 32)) && IsHexId(traceparent.substr(36, 16)) &&
         IsHex(traceparent.substr(53, 2));
}

}  // namespace

std::string MakeRequestId() { return absl::StrCat(RandomHex(), RandomHex()); }

bool IsAcceptableRequestId(absl::string_view request_id) {
  return !request_id.empty() && request_id.size() <= kMaxRequestIdBytes &&
         absl::c_all_of(request_id, [](char c) { return '!' <= c && c <= '~'; });
}

std::string MakeChildTraceparent(absl::string_view parent) {
  if (!IsValid(parent))
    return absl::StrCat("00-", RandomHex(), RandomHex(), "-", RandomHex(), "-00");
  return absl::StrCat("00-", parent.substr(3, 32), "-", RandomHex(), "-", parent.substr(53, 2));
}

std::string TraceId(absl::string_view traceparent) {
  return IsValid(traceparent) ? std::string(traceparent.substr(3, 32)) : "";
}

}  // namespace isnad::server
