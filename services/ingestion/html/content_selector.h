// Which blocks of a page are the article.

#ifndef ISNAD_SERVICES_INGESTION_HTML_CONTENT_SELECTOR_H_
#define ISNAD_SERVICES_INGESTION_HTML_CONTENT_SELECTOR_H_

#include <vector>

#include "services/ingestion/html/page_structure.h"

namespace isnad::ingestion {

// Returns the blocks of the main content in reading order: the container that gathers most running
// text (long sentences with commas and few links), grown to the article around it, less what its
// hints, link density and wording mark as navigation, sharing, comments and related stories. The
// page's first <h1> is put in front when it stands outside.
//
// When hints would take nearly everything away they are not believed. Empty when the page has no
// text of its own. Thread safe.
std::vector<Block> SelectMainContent(const PageStructure& page);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_CONTENT_SELECTOR_H_
