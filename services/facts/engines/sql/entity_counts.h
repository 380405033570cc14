// How often an entity and all that was merged into it occur, as SQL over the row `e` of entity.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_ENTITY_COUNTS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_ENTITY_COUNTS_H_

#include <string>

#include "services/facts/engines/sql/view.h"

namespace isnad::facts::sql {

// Facts that stand and have the entity at an end.
std::string FactCountSql(const View& view);

// Mentions in active documents.
std::string MentionCountSql(const View& view);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_ENTITY_COUNTS_H_
