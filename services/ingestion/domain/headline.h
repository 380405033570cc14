// A title for text that came without one.

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_HEADLINE_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_HEADLINE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Returns the first line of `text` that is not blank. A line too long for a headline (400 bytes) is
// cut after its first sentence, or at a word with "…" when that is too long as well.
std::string HeadlineOf(absl::string_view text);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_HEADLINE_H_
