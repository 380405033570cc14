// Places in an order: "الخامس والعشرون", "المئة والخامسة", "قبل الأخير", "التالي".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_ORDINAL_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_ORDINAL_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_readings.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Parses the ordinal at `begin`; `range` is left to the caller. Cardinals with the article are
// ordinals from twenty on, as Arabic has no other form for them ("الكتاب الثلاثون").
absl::optional<OrdinalReading> ParseOrdinal(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_ORDINAL_GRAMMAR_H_
