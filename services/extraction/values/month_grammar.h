// Months and days of months: "أبريل الماضي", "12 أكتوبر 2025", "تموز/يوليو", "15 رمضان 1446هـ",
// "30/7/2025", "July 30, 2025".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_MONTH_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_MONTH_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// A month, with its year or relation if said. Without either the nearest month up to the reference
// date is meant, or the nearest after it where the sentence looks ahead. Names that are everyday
// words too (مارس, مايو, آب, May) count only beside other words of a date.
absl::optional<DateMatch> ParseMonth(const DateContext& context, int begin);

// A day of a month, in figures, words or one numeric token; also "من 4 إلى 22 يناير" from the 4 on.
absl::optional<DateMatch> ParseDayOfMonth(const DateContext& context, int begin);

// A day number at `begin` (12, 12th, الثاني عشر, الحادي والعشرين): returns the index after it and
// sets `*day`, or -1.
int ParseDayNumber(const ValueText& text, int begin, int* day);

// The sentence speaks of the future before `begin`.
bool LooksAhead(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_MONTH_GRAMMAR_H_
