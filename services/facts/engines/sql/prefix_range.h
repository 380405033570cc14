// Texts with a prefix as a range in byte order.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_PREFIX_RANGE_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_PREFIX_RANGE_H_

#include <string>

namespace isnad::facts::sql {

// The least UTF-8 text that is greater than all texts that begin with `prefix`; empty when there is
// none. `prefix` must be UTF-8: databases refuse other text even as a bound.
std::string AfterPrefix(std::string prefix);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_PREFIX_RANGE_H_
