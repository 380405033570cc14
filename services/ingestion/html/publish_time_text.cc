#include "services/ingestion/html/publish_time_text.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxBytes = 64;
constexpr int kMinYear = 1900;
constexpr int kMaxYear = 2100;

constexpr const char* kFormats[] = {
    "%Y-%m-%d%ET%H:%M:%E*S%Ez",
    "%Y-%m-%d%ET%H:%M:%E*S",
    "%Y-%m-%d%ET%H:%M%Ez",
    "%Y-%m-%d%ET%H:%M",
    "%Y-%m-%d %H:%M:%E*S %Ez",
    "%Y-%m-%d %H:%M:%E*S%Ez",
    "%Y-%m-%d %H:%M:%E*S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
    "%Y/%m/%d %H:%M:%E*S",
    "%Y/%m/%d",
    "%Y%m%d%ET%H%M%S%Ez",
    "%Y%m%d%ET%H%M%S",
    "%a, %d %b %Y %H:%M:%S %Ez",
    "%a, %d %b %Y %H:%M:%S GMT",
    "%a, %d %b %Y %H:%M:%S UTC",
    "%d %b %Y %H:%M:%S %Ez",
};

bool IsCompactDate(absl::string_view text) {
  return text.size() == 8 && text.find_first_not_of("0123456789") == absl::string_view::npos;
}

}  // namespace

absl::optional<absl::Time> ReadPublishTime(absl::string_view text) {
  std::string trimmed(absl::StripAsciiWhitespace(text));
  if (trimmed.empty() || trimmed.size() > kMaxBytes) return absl::nullopt;
  if (IsCompactDate(trimmed)) {
    trimmed = trimmed.substr(0, 4) + "-" + trimmed.substr(4, 2) + "-" + trimmed.substr(6, 2);
  }
  for (const char* format : kFormats) {
    absl::Time time;
    if (!absl::ParseTime(format, trimmed, &time, nullptr)) continue;
    const int64_t year = absl::ToCivilYear(time, absl::UTCTimeZone()).year();
    if (year < kMinYear || year > kMaxYear) return absl::nullopt;
    return time;
  }
  return absl::nullopt;
}

}  // namespace isnad::ingestion
