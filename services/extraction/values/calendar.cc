#include "services/extraction/values/calendar.h"

#include <algorithm>

#include "absl/time/civil_time.h"

namespace isnad::extraction {
namespace {

absl::CivilDay ToDay(CivilDate date) { return absl::CivilDay(date.year, date.month, date.day); }

CivilDate FromDay(absl::CivilDay day) {
  return {static_cast<int>(day.year()), day.month(), day.day()};
}

CivilDate AddMonths(CivilDate date, int count) {
  const absl::CivilMonth month = absl::CivilMonth(date.year, date.month) + count;
  const int last = static_cast<int>(absl::CivilDay(month + 1) - absl::CivilDay(month));
  return {static_cast<int>(month.year()), month.month(), std::min(date.day, last)};
}

DateInterval MonthsFrom(int year, int month, int count, DatePrecision precision) {
  const CivilDate start = {year, month, 1};
  return {start, AddMonths(start, count), precision, DateBasis::kStated};
}

DatePrecision PartPrecision(DatePrecision whole) {
  switch (whole) {
    case DatePrecision::kYear:
      return DatePrecision::kHalf;
    case DatePrecision::kHalf:
    case DatePrecision::kQuarter:
      return DatePrecision::kMonth;
    case DatePrecision::kMonth:
      return DatePrecision::kWeek;
    default:
      return whole;
  }
}

}  // namespace

bool IsValidDate(CivilDate date) {
  const absl::CivilDay day = ToDay(date);
  return FromDay(day) == date;
}

CivilDate AddUnits(CivilDate date, TimeUnit unit, int count) {
  switch (unit) {
    case TimeUnit::kDay:
      return FromDay(ToDay(date) + count);
    case TimeUnit::kWeek:
      return FromDay(ToDay(date) + 7 * count);
    case TimeUnit::kMonth:
      return AddMonths(date, count);
    case TimeUnit::kQuarter:
      return AddMonths(date, 3 * count);
    case TimeUnit::kHalf:
      return AddMonths(date, 6 * count);
    case TimeUnit::kYear:
      return AddMonths(date, 12 * count);
    case TimeUnit::kDecade:
      return AddMonths(date, 120 * count);
    case TimeUnit::kCentury:
      return AddMonths(date, 1200 * count);
    default:
      return date;
  }
}

DatePrecision PrecisionOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek:
      return DatePrecision::kWeek;
    case TimeUnit::kMonth:
      return DatePrecision::kMonth;
    case TimeUnit::kYear:
      return DatePrecision::kYear;
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return DatePrecision::kDecade;
    default:
      return DatePrecision::kDay;
  }
}

int DaysBetween(CivilDate from, CivilDate to) { return static_cast<int>(ToDay(to) - ToDay(from)); }

int Weekday(CivilDate date) { return static_cast<int>(absl::GetWeekday(ToDay(date))) + 1; }

DateInterval DayInterval(CivilDate date) {
  return {date, AddUnits(date, TimeUnit::kDay, 1), DatePrecision::kDay, DateBasis::kStated};
}

DateInterval MonthInterval(int year, int month) {
  return MonthsFrom(year, month, 1, DatePrecision::kMonth);
}

DateInterval QuarterInterval(int year, int quarter) {
  return MonthsFrom(year, 3 * quarter - 2, 3, DatePrecision::kQuarter);
}

DateInterval HalfInterval(int year, int half) {
  return MonthsFrom(year, 6 * half - 5, 6, DatePrecision::kHalf);
}

DateInterval YearInterval(int year) { return MonthsFrom(year, 1, 12, DatePrecision::kYear); }

DateInterval DecadeInterval(int first_year) {
  return MonthsFrom(first_year, 1, 120, DatePrecision::kDecade);
}

DateInterval SeasonInterval(int year, Season season) {
  switch (season) {
    case Season::kSpring:
      return MonthsFrom(year, 3, 3, DatePrecision::kHalf);
    case Season::kSummer:
      return MonthsFrom(year, 6, 3, DatePrecision::kHalf);
    case Season::kAutumn:
      return MonthsFrom(year, 9, 3, DatePrecision::kHalf);
    default:
      return MonthsFrom(year - 1, 12, 3, DatePrecision::kHalf);
  }
}

DateInterval UnitInterval(CivilDate date, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek: {
      const CivilDate monday = AddUnits(date, TimeUnit::kDay, 1 - Weekday(date));
      return {monday, AddUnits(monday, TimeUnit::kWeek, 1), DatePrecision::kWeek,
              DateBasis::kStated};
    }
    case TimeUnit::kMonth:
      return MonthInterval(date.year, date.month);
    case TimeUnit::kQuarter:
      return QuarterInterval(date.year, (date.month + 2) / 3);
    case TimeUnit::kHalf:
      return HalfInterval(date.year, (date.month + 5) / 6);
    case TimeUnit::kYear:
      return YearInterval(date.year);
    case TimeUnit::kDecade:
      return DecadeInterval(date.year / 10 * 10);
    case TimeUnit::kCentury:
      return MonthsFrom(date.year / 100 * 100, 1, 1200, DatePrecision::kDecade);
    default:
      return DayInterval(date);
  }
}

DateInterval PartOf(const DateInterval& interval, PeriodPart part) {
  const bool whole = interval.precision == DatePrecision::kDay ||
                     interval.precision == DatePrecision::kWeek || part == PeriodPart::kNone;
  if (whole || !interval.start || !interval.end) return interval;
  DateInterval result = interval;
  result.precision = PartPrecision(interval.precision);
  const int months = (interval.end->year - interval.start->year) * 12 + interval.end->month -
                     interval.start->month;
  const TimeUnit unit = months >= 3 ? TimeUnit::kMonth : TimeUnit::kDay;
  const int third = months >= 3 ? months / 3 : 10;
  if (part != PeriodPart::kStart) {
    result.start = AddUnits(*interval.start, unit, part == PeriodPart::kMiddle ? third : 2 * third);
  }
  if (part != PeriodPart::kEnd) {
    result.end = AddUnits(*interval.start, unit, part == PeriodPart::kStart ? third : 2 * third);
  }
  return result;
}

DateInterval HalfOf(const DateInterval& interval, PeriodPart part) {
  if (!interval.start || !interval.end || part == PeriodPart::kNone) return interval;
  DateInterval result = interval;
  const CivilDate start = *interval.start;
  if (interval.precision == DatePrecision::kWeek) {
    const int first = part == PeriodPart::kStart ? 0 : part == PeriodPart::kMiddle ? 1 : 3;
    const int last = part == PeriodPart::kStart ? 3 : part == PeriodPart::kMiddle ? 5 : 7;
    result.start = AddUnits(start, TimeUnit::kDay, first);
    result.end = AddUnits(start, TimeUnit::kDay, last);
    return result;
  }
  if (part == PeriodPart::kMiddle || interval.precision == DatePrecision::kDay) {
    return PartOf(interval, part);
  }
  const int months = (interval.end->year - start.year) * 12 + interval.end->month - start.month;
  const CivilDate middle = months >= 2 ? AddUnits(start, TimeUnit::kMonth, months / 2)
                                       : AddUnits(start, TimeUnit::kDay, 15);
  (part == PeriodPart::kStart ? result.end : result.start) = middle;
  result.precision = PartPrecision(interval.precision);
  return result;
}

CivilDate FromHijri(const HijriCalendar& calendar, HijriDate date) {
  return FromDay(absl::CivilDay(1970, 1, 1) + calendar.DayNumber(date));
}

HijriDate ToHijri(const HijriCalendar& calendar, CivilDate date) {
  return calendar.FromDayNumber(static_cast<int>(ToDay(date) - absl::CivilDay(1970, 1, 1)));
}

DateInterval HijriInterval(const HijriCalendar& calendar, int year, int month) {
  DateInterval interval;
  interval.start = FromHijri(calendar, {year, month == 0 ? 1 : month, 1});
  const bool to_next_year = month == 0 || month == 12;
  interval.end = to_next_year ? FromHijri(calendar, {year + 1, 1, 1})
                              : FromHijri(calendar, {year, month + 1, 1});
  interval.precision = month == 0 ? DatePrecision::kYear : DatePrecision::kMonth;
  return interval;
}

int HijriYearWithin(const HijriCalendar& calendar, int gregorian_year, int month) {
  const int first = ToHijri(calendar, {gregorian_year, 1, 1}).year;
  for (int year = first; year <= first + 1; ++year) {
    if (FromHijri(calendar, {year, month, 1}).year == gregorian_year) return year;
  }
  return first;
}

}  // namespace isnad::extraction
