// Lengths of time of several units: "شهر ويومان", "2 أيام و شهر واحد".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_LENGTH_SUM_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_LENGTH_SUM_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_readings.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// How much a length must say to be one.
enum class LengthDemand {
  kCounted,  // a number, dual, fraction or "few"
  kAny,      // also a bare unit: "شهر"
};

// Parses the length at `begin` and whatever lengths of other units are joined to it; `range` is
// left to the caller. "طوال الأسبوع" is one week.
absl::optional<LengthReading> ParseLengthSum(const ValueText& text, int begin, LengthDemand demand);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_LENGTH_SUM_H_
