// SQL text as PostgreSQL takes it.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_STATEMENT_TEXT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_STATEMENT_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::facts::postgresql {

// `sql` with its parameters `?` and `?N` written `$N`. A question mark never stands in a string of
// our statements: values are parameters.
std::string WithNumberedParameters(absl::string_view sql);

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_STATEMENT_TEXT_H_
