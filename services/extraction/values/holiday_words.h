// Feasts and days of observance.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_HOLIDAY_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_HOLIDAY_WORDS_H_

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace isnad::extraction {

// How the date of a holiday is found.
enum class HolidayRule {
  kFixed,      // month and day
  kWeekday,    // the `day`-th weekday of a month; 5 is the last
  kEaster,     // `day` days after Easter Sunday of the western churches
  kHijri,      // Hijri month and day
  kByCountry,  // every country has its own: not resolved
};

struct Holiday {
  HolidayRule rule;
  int month;
  int day;
  int weekday;  // kWeekday: 1 Monday to 7 Sunday
  // Names as folded words, separated by '|'; the longest that fits counts.
  absl::string_view names;
};

// All known holidays.
absl::Span<const Holiday> Holidays();

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_HOLIDAY_WORDS_H_
