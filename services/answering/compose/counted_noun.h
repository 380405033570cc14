// A number with the noun that it counts, in agreement.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_COUNTED_NOUN_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_COUNTED_NOUN_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/answering/compose/language.h"

namespace isnad::answering {

// The forms of a noun that agreement needs.
struct NounForms {
  // "موظف", "شركة".
  absl::string_view singular;
  // "موظفان".
  absl::string_view dual;
  // Plural in the genitive: "موظفين".
  absl::string_view plural;
  // Singular in the accusative, after 11 to 99: "موظفا".
  absl::string_view accusative;
  bool feminine = false;
  absl::string_view english;
  absl::string_view english_plural;
};

// Arabic: "موظف واحد", "موظفان", "3 موظفين", "11 موظفا", "600 موظف", "2.5 موظف"; English:
// "1 employee", "2 employees". Zero in Arabic is "0 موظف".
std::string CountedNoun(double number, const NounForms& noun, Language language);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_COUNTED_NOUN_H_
