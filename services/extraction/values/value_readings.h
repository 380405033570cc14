// What the readers of numbers, orders, bounds, dates and lengths find.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_READINGS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_READINGS_H_

#include <vector>

#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// A number or percentage.
struct NumberReading {
  ByteRange range;
  TokenRange tokens;
  double value = 0;
};

// A place in an order: 3 from the start is the third, 0 from the end the last, -1 from the end the
// last but one, 1 from the current the next.
struct OrdinalReading {
  enum class Origin { kStart, kCurrent, kEnd };
  ByteRange range;
  TokenRange tokens;
  Origin origin = Origin::kStart;
  double offset = 0;
};

// An interval of numbers; an unset end is open to infinity.
struct RangeReading {
  ByteRange range;
  TokenRange tokens;
  absl::optional<double> low;
  absl::optional<double> high;
  bool includes_low = false;
  bool includes_high = false;
};

// A day or period.
struct DateReading {
  ByteRange range;
  TokenRange tokens;
  DateInterval interval;
  bool resolved = true;  // false: relative, and no reference date is known
  // Of a range, the first day of its last period: 2018-01-01 of "2014 to 2018".
  absl::optional<CivilDate> last;
};

// A length of time as the sum of its parts.
struct LengthReading {
  struct Part {
    double amount = 0;
    TimeUnit unit = TimeUnit::kNone;
  };
  ByteRange range;
  TokenRange tokens;
  std::vector<Part> parts;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_READINGS_H_
