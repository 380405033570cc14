// Periods that news text rarely means: "بقية الأسبوع", "بعد 3 سنوات", "أسبوع 16 سبتمبر", "الصيف".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_PERIOD_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_PERIOD_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// From the reference date to the end of its week, month or year: "بقية الأسبوع", "باقي الشهر".
absl::optional<DateMatch> ParseRest(const DateContext& context, int begin);

// Saturday and Sunday: "عطلة نهاية الأسبوع", "نهاية هذا الأسبوع", "نهاية الأسبوع المقبل".
absl::optional<DateMatch> ParseWeekend(const DateContext& context, int begin);

// The week of a day: "أسبوع 16 سبتمبر".
absl::optional<DateMatch> ParseWeekOf(const DateContext& context, int begin);

// "في وقت لاحق من هذا العام", "وقت مبكر من الأسبوع المقبل": the half of it.
absl::optional<DateMatch> ParseLaterPart(const DateContext& context, int begin);

// "هذا أيار": a month of this year.
absl::optional<DateMatch> ParseThisMonth(const DateContext& context, int begin);

// A season without a year ("الصيف"), a decade in other words ("الألفين", "الألفين والعشرات",
// "سبعينيات"), decades as a whole ("العقدين الماضيين"), "الشهر التالي".
absl::optional<DateMatch> ParseNamedPeriod(const DateContext& context, int begin);

// "الأسبوع الماضي بين الجمعة والأحد", "شهر نوفمبر من 19 إلى 20": a span of days within a period.
absl::optional<DateMatch> ParseSpanWithin(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_PERIOD_H_
