// Values of facts: what the rules need to know of them.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_VALUE_CONVERTER_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_VALUE_CONVERTER_H_

#include <string>

#include "absl/types/optional.h"
#include "isnad/v1/value.pb.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// The number of a value of money, a quantity or a length.
absl::optional<Figure> ToFigure(const isnad::v1::Value& value);

// The canonical form of a value as an end of a fact (fact_key.h).
std::string ToValueRef(const isnad::v1::Value& value);

// Words for a value that came without any.
std::string DescribeValue(const isnad::v1::Value& value);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_VALUE_CONVERTER_H_
