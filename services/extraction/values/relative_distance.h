// Dates at a distance from the day of publication: "قبل شهرين", "منذ أسبوع", "two years ago".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_RELATIVE_DISTANCE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_RELATIVE_DISTANCE_H_

#include "absl/types/optional.h"
#include "services/extraction/values/bound_words.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// "قبل شهرين" or "two months ago", from the word قبل or the number on: the calendar unit that lies
// so far back.
absl::optional<DateMatch> ParseAgo(const DateContext& context, const BoundWords& bounds, int begin);

// The length of "منذ شهرين", with the number at `begin`: from then on, open.
absl::optional<DateMatch> ParseSinceLength(const DateContext& context, const BoundWords& bounds,
                                           int begin);

// "بعد شهرين", the month after next, and "خلال أسبوعين", the two weeks from tomorrow on, if the
// sentence looks ahead. Elsewhere these are lengths, counted from some event.
absl::optional<DateMatch> ParseUpcoming(const DateContext& context, const BoundWords& bounds,
                                        int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_RELATIVE_DISTANCE_H_
