// SQL text as PostgreSQL takes it.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_STATEMENT_TEXT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_STATEMENT_TEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::facts::postgresql {

// `sql` with its parameters `?` and `?N` written `$N`. A question mark never stands in a string of
// our statements: values are parameters.
std::string WithNumberedParameters(absl::string_view sql);

// A query that runs the query `sql` once for each place of arrays, which are its parameters as
// `type_names` ("bigint", ...) says of their elements. Its rows have two columns in front: the
// number of the place, from 1, and that of the row within it, or 0 where `sql` asks for no order;
// they come in this order.
std::string ForEachOfArrays(absl::string_view sql, const std::vector<std::string>& type_names);

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_STATEMENT_TEXT_H_
