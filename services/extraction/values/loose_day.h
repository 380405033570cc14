// Days that are told by less than a day with its month: "في 15", "4/22", "الجمعة 22", "أول جمعة من
// يوليو", "الأسبوع القادم يوم الأحد".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DAY_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DAY_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// A day of the month at hand, behind a word that asks for one: "في 15", "يوم 27", "للثاني
// والعشرين".
absl::optional<DateMatch> ParseLoneDay(const DateContext& context, int begin);

// Day and month in digits, with or without a year behind a comma: "4/22", "22-4", "08/12, 2015".
// The day comes first unless only the other order is a date. Also a year with its month: "2015-3".
absl::optional<DateMatch> ParseDigitDate(const DateContext& context, int begin);

// A month before its day: "مايو الحادي والعشرين", "أكتوبر/ 2", "سبتمبر 10, 1901", and a day before
// it with marks between: "16. نوفمبر. 2016".
absl::optional<DateMatch> ParseMonthAndDay(const DateContext& context, int begin);

// A weekday with its day, place in the month or week: "الجمعة 22", "الأحد الثاني", "أول يوم جمعة من
// يوليو", "هذا الأحد", "الجمعة من هذا الأسبوع", "الأسبوع القادم الأحد".
absl::optional<DateMatch> ParsePlacedWeekday(const DateContext& context, int begin);

// "اليوم التالي", "نفس اليوم", "اليوم الماضي"
absl::optional<DateMatch> ParseNeighbourDay(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DAY_H_
