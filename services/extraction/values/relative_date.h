// Dates that are told from the day of publication: "العام الماضي", "هذا الأسبوع", "أمس",
// "يوم الأربعاء", "الأشهر الثلاثة الماضية", "last week".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_RELATIVE_DATE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_RELATIVE_DATE_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// A unit with its relation: "الشهر المقبل", "هذه السنة", "العام قبل الماضي", "next week". Parts of
// days are not told apart.
absl::optional<DateMatch> ParseRelativeUnit(const DateContext& context, int begin);

// A definite unit alone ("الشهر", "the year"), meaning the current one.
absl::optional<DateMatch> ParseCurrentUnit(const DateContext& context, int begin);

// Several units back or forth, ending or beginning at the reference date: "آخر ثلاث سنوات",
// "الأشهر الأخيرة", "the next two years". Without a number, three units.
absl::optional<DateMatch> ParseRecentUnits(const DateContext& context, int begin);

// "أمس", "أول من أمس", "اليوم", "غدا", "yesterday".
absl::optional<DateMatch> ParseDayWord(const DateContext& context, int begin);

// A weekday, nearest in the past (the reference date itself included) unless the words look ahead.
absl::optional<DateMatch> ParseWeekday(const DateContext& context, int begin);

// "نفس العام", "الشهر نفسه", "اليوم ذاته": the unit that holds the date last spoken of.
absl::optional<DateMatch> ParseSameUnit(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_RELATIVE_DATE_H_
