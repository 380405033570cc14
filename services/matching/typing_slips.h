// What somebody may have meant to type.

#ifndef ISNAD_SERVICES_MATCHING_TYPING_SLIPS_H_
#define ISNAD_SERVICES_MATCHING_TYPING_SLIPS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::matching {

enum class Slip {
  kExchanged,  // two neighbours: "facotry"
  kDoubled,    // a letter struck twice: "facttory"
  kKeyBeside,  // the key beside the right one: "factoty"
  kAdded,      // a letter too many: "fachtory"
  kOmitted,    // a letter too few: "facory"
};

// The words, or names of several words, that one slip makes `typed` of, without repetition. Slips
// leave the first letter, spaces, digits and marks alone; only the first two letters may be
// exchanged. Empty unless the letters of `typed` are Latin ones in lower case, or all Arabic
// (folded or not).
std::vector<std::string> BeforeSlip(absl::string_view typed, Slip slip);

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_TYPING_SLIPS_H_
