// What a number counts: the words after (or the symbol before) it.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_UNIT_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_UNIT_GRAMMAR_H_

#include "services/extraction/values/amount_match.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Completes `amount`, whose number has been parsed and whose `end` lies behind it, with the percent
// sign, currency, unit of time or counted noun that follows; moves `end` behind it. Leaves it kBare
// when nothing does.
void AttachUnit(const ValueText& text, AmountMatch* amount);

// Takes in an adjective that changes what is counted: "شركتان ناشئتان".
void ExtendUnit(const ValueText& text, AmountMatch* amount);

// The unit key of a unit of time; empty for units that are no lengths.
absl::string_view TimeUnitKey(TimeUnit unit);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_UNIT_GRAMMAR_H_
