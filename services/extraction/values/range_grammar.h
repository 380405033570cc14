// Numbers bounded by words or signs: "أكثر من 20", "بين 20 و30", "<= 30".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_RANGE_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_RANGE_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_readings.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Parses the bounded number at `begin`; `range` is left to the caller. Two bounds that are joined
// make one range ("أكبر من 10 وأقل من 15") when they leave room between them. A range from one
// number to another holds the first and not the last.
absl::optional<RangeReading> ParseRange(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_RANGE_GRAMMAR_H_
