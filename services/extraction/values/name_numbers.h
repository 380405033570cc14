// Numbers that belong to names, versions and times and count nothing.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NAME_NUMBERS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NAME_NUMBERS_H_

#include "services/extraction/values/amount_match.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Whether the figure of `amount` is part of a product name or version ("Llama 4", "GPT-4", "5G"), a
// numbered thing ("المادة 4", "رقم 12"), a time of day or a telephone number.
bool IsPartOfName(const ValueText& text, const AmountMatch& amount);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NAME_NUMBERS_H_
