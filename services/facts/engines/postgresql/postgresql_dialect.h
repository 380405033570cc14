// PostgreSQL's way of saying what differs between databases.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTGRESQL_DIALECT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTGRESQL_DIALECT_H_

#include "services/facts/engines/sql/dialect.h"

namespace isnad::facts::postgresql {

// Lives as long as the process.
const sql::Dialect& PostgresqlDialect();

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTGRESQL_DIALECT_H_
