// Reads the values of filters.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_VALUE_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_VALUE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/facts/domain/filter/filter_schema.h"
#include "services/facts/store/filter.h"

namespace isnad::facts {

// Puts the value into `comparison`. Returns what is wrong with it, "" if nothing.
std::string ReadFilterValue(absl::string_view text, const FilterFieldSchema& schema,
                            Filter* comparison);

// Whether the operator makes sense for the type of the field; if not, which do, as in "= or !=".
std::string OperatorProblem(FilterOperator op, const FilterFieldSchema& schema);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_VALUE_H_
