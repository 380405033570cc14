// Words that point back at an entity without naming it.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_DESCRIPTION_LEXICON_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_DESCRIPTION_LEXICON_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// A definite description such as "الشركة" or "the lab".
struct Description {
  std::string phrase;  // folded words, joined by spaces
  EntityType type = EntityType::kUnknown;
  // Classes that the words fit; empty fits all. "A|B" lists alternatives.
  absl::string_view classes;
  // Key of the gazetteer entry that the words mean whatever the text is about; empty for most.
  absl::string_view key;
  double confidence = 0.7;
};

// All descriptions, longer phrases first. Thread-safe.
absl::Span<const Description> Descriptions();

// The classes of `description` admit `entity_class`; an unknown class is admitted by those of
// companies alone.
bool ClassFits(const Description& description, absl::string_view entity_class);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_DESCRIPTION_LEXICON_H_
