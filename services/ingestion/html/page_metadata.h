// Title, publisher, address and date of a page.

#ifndef ISNAD_SERVICES_INGESTION_HTML_PAGE_METADATA_H_
#define ISNAD_SERVICES_INGESTION_HTML_PAGE_METADATA_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// What the page says about itself, as it says it.
struct RawPageMetadata {
  // Contents of <meta> by lower-case property, name or itemprop; the first of each.
  std::map<std::string, std::string> meta;
  std::string title_element;
  std::string first_heading;
  std::string canonical_link;
  std::string time_element;
  std::vector<std::string> json_ld_scripts;
};

// What is believed of it. Empty when not known.
struct PageMetadata {
  std::string title;
  std::string publisher;
  // Absolute http or https address of at most 2,048 bytes.
  std::string url;
  absl::optional<absl::Time> publish_time;
  // The time is from a visible <time> element, not from metadata.
  bool publish_time_inferred = false;
};

// Weighs the sources of each field against each other. Thread safe.
PageMetadata ResolvePageMetadata(const RawPageMetadata& raw);

// Returns `title` without the site's name at its end, set off by "|", "-" or the like. `publisher`
// and `heading` help to know it and may be empty.
std::string StripSiteName(absl::string_view title, absl::string_view publisher,
                          absl::string_view heading);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_PAGE_METADATA_H_
