// Feasts as dates: "عيد الأضحى", "عيد الشكر 2010", "ليلة رأس السنة".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_HOLIDAY_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_HOLIDAY_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// Parses a holiday with its year, if one follows; without one it is the last before the reference
// date, or the next when the text looks ahead. Days that countries set for themselves are
// unresolved.
absl::optional<DateMatch> ParseHoliday(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_HOLIDAY_GRAMMAR_H_
