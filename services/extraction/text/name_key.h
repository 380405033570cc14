// The key under which gazetteers know a name, blind to how its parts are spaced.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_NAME_KEY_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_NAME_KEY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Fold(name) without spaces, hyphens, apostrophes, dots, quotation marks and the article of each
// word, so that "عبد الله" meets "عبدالله", "أبو ظبي" meets "أبوظبي", "كي-مون" meets "كي مون" and
// "الإمارات" meets "إمارات". For lookups only. Thread-safe.
std::string NameKey(absl::string_view name);

// The same for text that went through Fold already.
std::string NameKeyOfFolded(absl::string_view folded);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_NAME_KEY_H_
