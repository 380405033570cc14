// Writes figures with what they measure: money, counts, percentages, lengths of time.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_VALUE_TEXT_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_VALUE_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "isnad/v1/value.pb.h"
#include "services/answering/compose/language.h"

namespace isnad::answering {

// "14.3 مليار دولار", "نحو 3 ملايين يورو", "$14.3 billion", "about 3 million euros". A currency
// that has no code is named as in `words`, the source's.
std::string MoneyText(const isnad::v1::Money& money, Language language,
                      absl::string_view words = "");

// "600 موظف", "45%", "10,000". A unit without a key is left to the source's words: then the figure
// stands alone.
std::string QuantityText(const isnad::v1::Quantity& quantity, Language language);

// "شهران", "3 أشهر", "2 months".
std::string LengthText(const isnad::v1::Length& length, Language language);

// The value in `language`; dates as in date_text.h; a text value as it is. Empty when there is
// none. `words` are the source's for it, where they are at hand.
std::string ValueText(const isnad::v1::Value& value, Language language,
                      absl::string_view words = "");

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_VALUE_TEXT_H_
