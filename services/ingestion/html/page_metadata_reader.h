// From a parsed page to what it says about itself.

#ifndef ISNAD_SERVICES_INGESTION_HTML_PAGE_METADATA_READER_H_
#define ISNAD_SERVICES_INGESTION_HTML_PAGE_METADATA_READER_H_

#include "services/ingestion/html/html_tree.h"
#include "services/ingestion/html/page_metadata.h"

namespace isnad::ingestion {

// Walks the whole page once. Thread safe.
RawPageMetadata ReadRawPageMetadata(const HtmlTree& tree);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_PAGE_METADATA_READER_H_
