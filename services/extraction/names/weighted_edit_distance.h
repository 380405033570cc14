// How far two spellings of a name are apart.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_WEIGHTED_EDIT_DISTANCE_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_WEIGHTED_EDIT_DISTANCE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Edit distance over the sounds of two folded words of any script, divided by the longer length: 0
// is the same sound, 1 nothing in common. Vowels and weak consonants cost 0.3 to add or drop, a
// sound of the same class 0.3 to change, all else 1.
double NameDistance(absl::string_view folded_a, absl::string_view folded_b);

// The two spellings may be one name: at most 0.10 for five sounds or more, 0.07 for shorter words.
bool SameName(absl::string_view folded_a, absl::string_view folded_b);

// Both names have the same number of words, at least two, each pair close, the whole closer.
bool SameFullName(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_WEIGHTED_EDIT_DISTANCE_H_
