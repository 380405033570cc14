// Quarters, halves, seasons, decades and parts of periods: "الربع الثالث من 2024", "Q3 2024",
// "صيف 2025", "التسعينيات", "منتصف العام الجاري", "نهاية 2026", "early 2025".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_PERIOD_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_PERIOD_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// A quarter or half of a year. Financial years are read as calendar years.
absl::optional<DateMatch> ParseQuarterOrHalf(const DateContext& context, int begin);

// A season, if a year or relation is said.
absl::optional<DateMatch> ParseSeason(const DateContext& context, int begin);

// A decade: "التسعينيات", "1990s".
absl::optional<DateMatch> ParseDecade(const DateContext& context, int begin);

// A numbered week of a month or year: "الأسبوع الثالث من أكتوبر". The first week is the one that
// holds the first Thursday.
absl::optional<DateMatch> ParseNumberedWeek(const DateContext& context, int begin);

// Start, middle or end of a period.
absl::optional<DateMatch> ParsePart(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_PERIOD_GRAMMAR_H_
