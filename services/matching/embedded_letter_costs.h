// The file of letter costs that is built into the program.

#ifndef ISNAD_SERVICES_MATCHING_EMBEDDED_LETTER_COSTS_H_
#define ISNAD_SERVICES_MATCHING_EMBEDDED_LETTER_COSTS_H_

#include "absl/strings/string_view.h"

namespace isnad::matching {

absl::string_view EmbeddedLetterCosts();

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_EMBEDDED_LETTER_COSTS_H_
