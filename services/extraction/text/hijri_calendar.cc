#include "services/extraction/text/hijri_calendar.h"

#include <algorithm>
#include <cmath>

#include "unicode/ucal.h"

namespace isnad::extraction {
namespace {

constexpr int kMonthsPerYear = 12;
constexpr double kMillisecondsPerDay = 86400000.0;

int MonthIndex(int year, int month) {
  const int in_range =
      std::min(std::max(year, HijriCalendar::kFirstYear), HijriCalendar::kLastYear);
  const int of_year = std::min(std::max(month, 1), kMonthsPerYear);
  return (in_range - HijriCalendar::kFirstYear) * kMonthsPerYear + of_year - 1;
}

// Mean length of a Hijri month and the day number of 1 Muharram 1, used only if ICU lacks the
// calendar.
int TabularStart(int index) {
  constexpr double kMonthDays = 29.530588;
  constexpr int kEpoch = -492148;
  return kEpoch + static_cast<int>(std::lround(
                      kMonthDays * ((HijriCalendar::kFirstYear - 1) * kMonthsPerYear + index)));
}

}  // namespace

HijriCalendar::HijriCalendar() {
  const int months = (kLastYear - kFirstYear + 1) * kMonthsPerYear;
  month_starts_.reserve(months + 1);
  UErrorCode error = U_ZERO_ERROR;
  const UChar kZone[] = {'U', 'T', 'C', 0};
  UCalendar* calendar =
      ucal_open(kZone, 3, "ar@calendar=islamic-umalqura", UCAL_TRADITIONAL, &error);
  for (int index = 0; index <= months; ++index) {
    int start = TabularStart(index);
    if (U_SUCCESS(error)) {
      ucal_clear(calendar);
      ucal_set(calendar, UCAL_EXTENDED_YEAR, kFirstYear + index / kMonthsPerYear);
      ucal_set(calendar, UCAL_MONTH, index % kMonthsPerYear);
      ucal_set(calendar, UCAL_DATE, 1);
      const UDate moment = ucal_getMillis(calendar, &error);
      if (U_SUCCESS(error)) start = static_cast<int>(std::floor(moment / kMillisecondsPerDay));
    }
    month_starts_.push_back(start);
  }
  if (calendar != nullptr) ucal_close(calendar);
}

int HijriCalendar::DayNumber(HijriDate date) const {
  return month_starts_[MonthIndex(date.year, date.month)] + date.day - 1;
}

HijriDate HijriCalendar::FromDayNumber(int day_number) const {
  const auto after = std::upper_bound(month_starts_.begin(), month_starts_.end() - 1, day_number);
  const int index = std::max(0, static_cast<int>(after - month_starts_.begin()) - 1);
  return {kFirstYear + index / kMonthsPerYear, index % kMonthsPerYear + 1,
          std::max(1, day_number - month_starts_[index] + 1)};
}

int HijriCalendar::MonthLength(int year, int month) const {
  const int index = MonthIndex(year, month);
  return month_starts_[index + 1] - month_starts_[index];
}

}  // namespace isnad::extraction
