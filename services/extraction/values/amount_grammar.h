// Figures with their units and ranges of figures.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_AMOUNT_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_AMOUNT_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/amount_match.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Parses the amount at `begin`, a range if one stands there: "بين 10 و15 مليار دولار" from its
// first figure on, "10-15%", "5 to 7 years". In a range the first figure takes scale and unit from
// the second when it has none. Nothing is matched where a figure is part of a name ("Llama 4",
// "GPT-4", "المادة 4"), a time of day or a telephone number.
absl::optional<AmountMatch> ParseAmount(const ValueText& text, int begin);

// One figure with its unit at `begin`, without ranges and without the check for names.
absl::optional<AmountMatch> ParseSingleAmount(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_AMOUNT_GRAMMAR_H_
