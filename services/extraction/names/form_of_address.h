// Words said before people's names out of respect.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_FORM_OF_ADDRESS_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_FORM_OF_ADDRESS_H_

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Whether a folded word without clitics is one: "دكتوره", "معالي", "لاله".
bool IsFormOfAddress(absl::string_view base);

// Whether a folded word stands before a name as one and is no part of it: "الدكتوره", "معالي".
// Without the article some are given names: "سيد".
bool AddressesName(absl::string_view surface);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_FORM_OF_ADDRESS_H_
