// Dates and periods of all kinds, their ranges, and the words that open them to one side.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_DATE_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_DATE_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/bound_words.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// The date that begins at `begin`, or that follows the word منذ, since, حتى, until, قبل, before,
// بعد or after there.
//
// منذ and since leave the end open; حتى and until leave the start open; قبل and before end where
// the period starts; بعد and after start where it ends. Ranges ("بين عامي 2020 و2024", "من يناير
// إلى مارس 2025", "2020-2024") span from the start of the first to the end of the last period; the
// words that frame them are not part of the match. بحلول and "by" give the period itself.
absl::optional<DateMatch> ParseDate(const DateContext& context, const BoundWords& bounds,
                                    int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_DATE_GRAMMAR_H_
