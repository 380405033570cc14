// The nouns behind the unit keys of quantities and lengths.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_UNIT_NOUNS_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_UNIT_NOUNS_H_

#include "absl/strings/string_view.h"
#include "services/answering/compose/counted_noun.h"

namespace isnad::answering {

// The forms for a unit key ("EMPLOYEE", "MONTH"), null when the key has none.
const NounForms* FindUnitNoun(absl::string_view unit_key);

// Whether the unit counts people ("EMPLOYEE", "LAWYER").
bool IsPeopleUnit(absl::string_view unit_key);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_UNIT_NOUNS_H_
