// Names of months in all Arabic families, in English, and of the Hijri calendar.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_MONTH_NAME_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_MONTH_NAME_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

struct MonthName {
  int end = 0;
  int month = 0;
  bool hijri = false;
  bool ambiguous = false;  // also an everyday word
  bool labelled = false;   // led by شهر
};

// The month at `begin`, behind an optional شهر, with its double ("تموز/يوليو", "تموز (يوليو)").
absl::optional<MonthName> ParseMonthName(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_MONTH_NAME_H_
