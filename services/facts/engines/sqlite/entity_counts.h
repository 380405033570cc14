// How often an entity and all that was merged into it occur, as SQL over the row `e` of entity.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_ENTITY_COUNTS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_ENTITY_COUNTS_H_

#include <string>

#include "services/facts/engines/sqlite/view.h"

namespace isnad::facts::sqlite {

// Facts that stand and have the entity at an end.
std::string FactCountSql(const View& view);

// Mentions in active documents.
std::string MentionCountSql(const View& view);

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_ENTITY_COUNTS_H_
