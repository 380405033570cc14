// The Umm al-Qura calendar of Saudi Arabia.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_HIJRI_CALENDAR_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_HIJRI_CALENDAR_H_

#include <vector>

namespace isnad::extraction {

// A date of the Hijri calendar.
struct HijriDate {
  int year = 0;
  int month = 0;  // 1 Muharram to 12 Dhu al-Hijja
  int day = 0;    // 1 to 30
};

// Turns Hijri dates into days and back, by ICU's islamic-umalqura calendar, which is official in
// Saudi Arabia and holds for 1300 to 1600 AH (1882 to 2174); outside of these years ICU falls back
// to the tabular civil calendar. Religious months elsewhere may begin a day or two off.
//
// Immutable after construction (about a millisecond), safe to share between threads.
class HijriCalendar {
 public:
  static constexpr int kFirstYear = 1200;
  static constexpr int kLastYear = 1650;

  HijriCalendar();

  // Days from 1970-01-01 (Gregorian) to the given day. Years are clamped to kFirstYear and
  // kLastYear, months to 1 and 12; days may run over the end of the month.
  int DayNumber(HijriDate date) const;

  // The Hijri date of a day by its number; days outside of the table give its first or last month.
  HijriDate FromDayNumber(int day_number) const;

  // 29 or 30.
  int MonthLength(int year, int month) const;

 private:
  // Day numbers of the first of each month, from Muharram of kFirstYear on, and one more.
  std::vector<int> month_starts_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_HIJRI_CALENDAR_H_
