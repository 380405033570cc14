// Calendar arithmetic on days, weeks, months, quarters, halves, years and decades.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_CALENDAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_CALENDAR_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/text/hijri_calendar.h"
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

// How exact a date is that is told in this unit; a day for all that are shorter.
DatePrecision PrecisionOf(TimeUnit unit);

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

// First or second half of a month, quarter, half or year, or of a week: Monday to Wednesday,
// Tuesday to Friday, Thursday to Sunday. The middle of other periods is PartOf.
DateInterval HalfOf(const DateInterval& interval, PeriodPart part);

// Gregorian date of a Hijri date, and back.
CivilDate FromHijri(const HijriCalendar& calendar, HijriDate date);
HijriDate ToHijri(const HijriCalendar& calendar, CivilDate date);

// A Hijri month or year (month 0).
DateInterval HijriInterval(const HijriCalendar& calendar, int year, int month);

// The Hijri year in which `month` begins within a Gregorian year ("رمضان 2024").
int HijriYearWithin(const HijriCalendar& calendar, int gregorian_year, int month);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_CALENDAR_H_
