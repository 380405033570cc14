// Calendar arithmetic on days, weeks, months, quarters, halves, years and decades.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_CALENDAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_CALENDAR_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// Whether the date exists.
bool IsValidDate(CivilDate date);

// `date` moved by `count` units; months and years clamp to the last day of the month. Units shorter
// than a day do not move it.
CivilDate AddUnits(CivilDate date, TimeUnit unit, int count);

// Days from `from` to `to`.
int DaysBetween(CivilDate from, CivilDate to);

// ISO weekday, 1 Monday to 7 Sunday.
int Weekday(CivilDate date);

// Periods that are whole units of the calendar; precision set, basis kStated.
DateInterval DayInterval(CivilDate date);
DateInterval MonthInterval(int year, int month);
DateInterval QuarterInterval(int year, int quarter);
DateInterval HalfInterval(int year, int half);
DateInterval YearInterval(int year);
DateInterval DecadeInterval(int first_year);
// June to August for summer and so on; winter begins in December of the year before.
DateInterval SeasonInterval(int year, Season season);

// The calendar unit that holds `date`; weeks start on Monday (ISO 8601).
DateInterval UnitInterval(CivilDate date, TimeUnit unit);

// First, middle or last third of a period. A third of a year has precision kHalf, of a half or
// quarter kMonth, of a month kWeek; weeks and days stay whole.
DateInterval PartOf(const DateInterval& interval, PeriodPart part);

// Gregorian date of a day of the tabular Islamic calendar (civil epoch, leap years 2, 5, 7, 10, 13,
// 16, 18, 21, 24, 26 and 29 of 30). Announced dates differ by up to two days.
CivilDate FromHijri(int year, int month, int day);

// A month or a year (month 0) of the tabular Islamic calendar.
DateInterval HijriInterval(int year, int month);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_CALENDAR_H_
