// Given names that are not said as Latin letters have it: "Sean", "Hugh", "Jacques".

#ifndef ISNAD_SERVICES_MATCHING_SPOKEN_NAMES_H_
#define ISNAD_SERVICES_MATCHING_SPOKEN_NAMES_H_

#include "absl/strings/string_view.h"

namespace isnad::matching {

// How Arabic news usually writes the given name, whose letters (plain, small) would be written
// otherwise; empty for any other word. From general knowledge.
absl::string_view UsualArabicOf(absl::string_view given_name);

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_SPOKEN_NAMES_H_
