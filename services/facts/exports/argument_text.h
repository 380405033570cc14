// Arguments of facts as words.

#ifndef ISNAD_SERVICES_FACTS_EXPORTS_ARGUMENT_TEXT_H_
#define ISNAD_SERVICES_FACTS_EXPORTS_ARGUMENT_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/value.pb.h"

namespace isnad::facts {

// The English name if there is one, else the Arabic; for values the text or the words as written.
std::string ArgumentText(const isnad::v1::Argument& argument);

// The first argument of that role; null when there is none.
const isnad::v1::Argument* FindRole(const isnad::v1::Fact& fact, absl::string_view role);

// The start of an interval to the precision that is known: "2025-04-03", "2025-04", "2025".
// Empty without a start.
std::string DateText(const isnad::v1::DateInterval& interval);

// "ASSERTED" or "DENIED"; "ACTUAL", "PLANNED" or "ALLEGED".
std::string PolarityText(isnad::v1::Polarity polarity);
std::string ModalityText(isnad::v1::Modality modality);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_EXPORTS_ARGUMENT_TEXT_H_
