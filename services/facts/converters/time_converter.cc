#include "services/facts/converters/time_converter.h"

#include <algorithm>

#include "services/facts/domain/civil_day.h"

namespace isnad::facts {
namespace {

constexpr int64_t kMicrosPerSecond = 1'000'000;
constexpr int kNanosPerMicro = 1000;

// Parts that a date leaves open count as the first.
int32_t ToDay(const google::type::Date& date) {
  return DayNumber(absl::CivilDay(date.year(), std::max(1, date.month()), std::max(1, date.day())));
}

void SetDate(int32_t day, google::type::Date* date) {
  const absl::CivilDay civil = CivilDayOf(day);
  date->set_year(static_cast<int32_t>(civil.year()));
  date->set_month(civil.month());
  date->set_day(civil.day());
}

}  // namespace

Micros ToMicros(const google::protobuf::Timestamp& time) {
  return time.seconds() * kMicrosPerSecond + time.nanos() / kNanosPerMicro;
}

google::protobuf::Timestamp ToTimestamp(Micros time) {
  google::protobuf::Timestamp timestamp;
  int64_t seconds = time / kMicrosPerSecond;
  int64_t micros = time % kMicrosPerSecond;
  if (micros < 0) {
    --seconds;
    micros += kMicrosPerSecond;
  }
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(static_cast<int32_t>(micros * kNanosPerMicro));
  return timestamp;
}

absl::optional<DayInterval> ToDayInterval(const isnad::v1::DateInterval& interval) {
  if (!interval.has_start_date() && !interval.has_end_date()) return absl::nullopt;
  DayInterval days;
  if (interval.has_start_date()) days.start = ToDay(interval.start_date());
  if (interval.has_end_date()) days.end = ToDay(interval.end_date());
  days.precision = static_cast<DatePrecision>(interval.precision());
  days.basis = static_cast<DateBasis>(interval.basis());
  return days;
}

isnad::v1::DateInterval ToDateInterval(const DayInterval& days) {
  isnad::v1::DateInterval interval;
  if (days.start != kOpenStart) SetDate(days.start, interval.mutable_start_date());
  if (days.end != kOpenEnd) SetDate(days.end, interval.mutable_end_date());
  interval.set_precision(static_cast<isnad::v1::DatePrecision>(days.precision));
  interval.set_basis(static_cast<isnad::v1::DateBasis>(days.basis));
  return interval;
}

}  // namespace isnad::facts
