// Days at a distance from the reference date: "قبل شهر", "بعد 3 سنوات", "شهر و21 يوما من الآن".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DISTANCE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DISTANCE_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// A day before the reference date ("قبل شهر", "منذ شهرين ويوم"), the last unit of a length ahead of
// it ("بعد 3 سنوات" is the third year from tomorrow on, "في 10 أيام" the tenth day), or a sum of
// lengths from now, which is ahead behind a verb of the future and back elsewhere. Hours do not
// leave the day.
absl::optional<DateMatch> ParseDistance(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_LOOSE_DISTANCE_H_
