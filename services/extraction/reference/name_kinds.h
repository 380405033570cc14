// What a name says of itself: "Oasis Airways" is an airline, "Sand Labs" a laboratory.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_NAME_KINDS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_NAME_KINDS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace isnad::extraction {

// Nouns of description ("ناقله", "مختبر"), folded and without article, that the folded words of an
// organisation's name call it by, wherever they stand in the name. Empty for most names.
std::vector<absl::string_view> KindsInName(absl::Span<const absl::string_view> words);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_NAME_KINDS_H_
