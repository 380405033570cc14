// The tables that every engine has, with the same columns: what a copy of a store is made of.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_TABLES_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_TABLES_H_

#include <string>
#include <vector>

#include "services/facts/engines/sql/query.h"

namespace isnad::facts::sql {

struct TableColumn {
  std::string name;
  SqlValue::Kind kind = SqlValue::Kind::kText;
};

struct Table {
  std::string name;
  // How many of the columns, from the first one, make up a key that tells rows apart.
  int key_columns = 1;
  std::vector<TableColumn> columns;
};

// All but the clock, which is one number, and the index of passages, which each engine has in a
// form of its own. Lives as long as the process.
const std::vector<Table>& StoreTables();

// The value in a column of a row, as the kind that the column is of.
SqlValue ReadValue(const Query& row, int column, SqlValue::Kind kind);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_TABLES_H_
