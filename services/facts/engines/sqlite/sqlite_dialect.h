// SQLite's way of saying what differs between databases.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SQLITE_DIALECT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SQLITE_DIALECT_H_

#include "services/facts/engines/sql/dialect.h"

namespace isnad::facts::sqlite {

// Lives as long as the process.
const sql::Dialect& SqliteDialect();

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_SQLITE_DIALECT_H_
