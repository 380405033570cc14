// Names of currencies in both languages.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_CURRENCY_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_CURRENCY_NAMES_H_

#include "absl/strings/string_view.h"
#include "services/answering/compose/counted_noun.h"

namespace isnad::answering {

struct CurrencyName {
  // ISO 4217.
  absl::string_view code;
  NounForms noun;
  // "$" where English writes one before the figure; empty otherwise.
  absl::string_view symbol;
};

// Null for a code that is not known, "XXX" included.
const CurrencyName* FindCurrency(absl::string_view code);

// The currency that the source's words name by a noun which several countries share ("4.2 مليار
// ريال"), the noun for a code; null where they name none.
const CurrencyName* FindSharedCurrency(absl::string_view words);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_CURRENCY_NAMES_H_
