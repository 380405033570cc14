// Lines inside an article that lead to other articles.

#ifndef ISNAD_SERVICES_INGESTION_HTML_READ_ALSO_H_
#define ISNAD_SERVICES_INGESTION_HTML_READ_ALSO_H_

#include "services/ingestion/html/page_structure.h"

namespace isnad::ingestion {

// Returns whether a block says "read also", "see also", "follow us" or the like and is a link, a
// heading or not much more than that phrase. Thread safe.
bool IsReadAlso(const Block& block);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_READ_ALSO_H_
