// From a parsed page to its text blocks.

#ifndef ISNAD_SERVICES_INGESTION_HTML_PAGE_STRUCTURE_BUILDER_H_
#define ISNAD_SERVICES_INGESTION_HTML_PAGE_STRUCTURE_BUILDER_H_

#include "services/ingestion/html/html_tree.h"
#include "services/ingestion/html/page_structure.h"

namespace isnad::ingestion {

// Walks the visible part of the page once. List items begin with "- ", rows of data tables read
// "a | b |"; tables that lay out a page are containers like any other. Thread safe.
PageStructure BuildPageStructure(const HtmlTree& tree);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_PAGE_STRUCTURE_BUILDER_H_
