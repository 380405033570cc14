// Dates taken at their face, also those that news text rarely means.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DATE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DATE_H_

#include "absl/types/optional.h"
#include "services/extraction/values/bound_words.h"
#include "services/extraction/values/date_match.h"
#include "services/extraction/values/value_readings.h"

namespace isnad::extraction {

// Parses the longest date at `begin`; `range` is left to the caller.
absl::optional<DateReading> ParseLooseDate(const DateContext& context, const BoundWords& bounds,
                                           int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DATE_H_
