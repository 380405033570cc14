// When two values are the same.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_VALUE_KEY_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_VALUE_KEY_H_

#include <string>

#include "isnad/v1/value.pb.h"

namespace isnad::answering {

// Equal for values that say the same, bounds aside: "money:USD:14300000000".
std::string ValueKey(const isnad::v1::Value& value);

// Whether two figures can both hold: equal, one a rounding of the other, or one of them approximate
// or a bound that admits the other. Values of different kinds agree, as they say different things.
bool Agree(const isnad::v1::Value& a, const isnad::v1::Value& b);

// Whether `rough` is `precise` in fewer digits: 14 billion for 14.3 billion.
bool IsRoundingOf(const isnad::v1::Value& rough, const isnad::v1::Value& precise);

// What sums and numbers are compared by: the amount; for lengths the days. 0 for dates.
double AmountOf(const isnad::v1::Value& value);

// Whether neither amount is more than `most` times the other; never where one is 0 or less.
bool AreWithin(double most, const isnad::v1::Value& a, const isnad::v1::Value& b);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_VALUE_KEY_H_
