#include "services/facts/handlers/method_conventions.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/facts/converters/time_converter.h"
#include "services/server/paging/page_token.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr size_t kLongestReason = 1000;

// Each part is its length, a colon and its bytes.
std::string Join(const Position& position) {
  std::string joined;
  for (const std::string& part : position) absl::StrAppend(&joined, part.size(), ":", part);
  return joined;
}

absl::StatusOr<Position> Split(absl::string_view joined) {
  Position position;
  while (!joined.empty()) {
    const size_t colon = joined.find(':');
    size_t size = 0;
    if (colon == absl::string_view::npos || !absl::SimpleAtoi(joined.substr(0, colon), &size) ||
        joined.size() - colon - 1 < size) {
      return server::InvalidFields({{"page_token", "is not a token of this service"}},
                                   "INVALID_PAGE_TOKEN");
    }
    position.emplace_back(joined.substr(colon + 1, size));
    joined.remove_prefix(colon + 1 + size);
  }
  return position;
}

size_t CountCharacters(absl::string_view text) {
  size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++count;
  }
  return count;
}

}  // namespace

absl::StatusOr<Micros> CheckReadTime(const Backend& backend,
                                     const google::protobuf::Timestamp& as_of) {
  const absl::Time now = backend.clock->Now();
  const Micros time = ToMicros(as_of);
  if (time <= absl::ToUnixMicros(now)) return time;
  return server::InvalidFields(
      {{"as_of", absl::StrCat("lies in the future; now is ",
                              absl::FormatTime(absl::RFC3339_sec, now, absl::UTCTimeZone()))}});
}

absl::StatusOr<PageStart> ReadPageStart(const google::protobuf::Message& request, int page_size,
                                        const std::string& page_token, int default_size,
                                        int max_size) {
  PageStart start;
  ISNAD_ASSIGN_OR_RETURN(start.size, server::PageSize(page_size, default_size, max_size));
  start.fingerprint = server::RequestFingerprint(request);
  if (page_token.empty()) return start;
  ISNAD_ASSIGN_OR_RETURN(const std::string position,
                         server::ReadPageToken(page_token, start.fingerprint, "page_token"));
  ISNAD_ASSIGN_OR_RETURN(start.after, Split(position));
  return start;
}

std::string NextPageToken(const PageStart& start, const Position& next) {
  return next.empty() ? std::string() : server::MakePageToken(start.fingerprint, Join(next));
}

absl::Status CheckReason(absl::string_view text, absl::string_view field) {
  const size_t length = CountCharacters(text);
  if (length >= 1 && length <= kLongestReason) return absl::OkStatus();
  return server::InvalidFields(
      {{std::string(field),
        absl::StrCat("has ", length, " characters; 1 to ", kLongestReason, " are needed")}});
}

}  // namespace isnad::facts
