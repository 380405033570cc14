// Currencies as news spells them.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_CURRENCY_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_CURRENCY_WORDS_H_

#include "absl/strings/string_view.h"
#include "services/extraction/values/value_lexicon.h"

namespace isnad::extraction {

// Adds currency nouns, codes and symbols, and the adjectives of countries that tell them apart.
void AddCurrencyWords(LexiconBuilder* lexicon);

// ISO 4217 code of currency noun `currency` (`WordSense::currency`) with a country adjective
// (`WordSense::country`, 0 for none). A noun that several countries share and no adjective tells
// apart (ريال, دينار, درهم, جنيه, ليرة) is "XXX"; a bare dollar is "USD".
absl::string_view CurrencyCode(int currency, int country);

// Code of a symbol or letters beside digits ("$", "us$", "eur"); empty when unknown.
absl::string_view CurrencyCodeOfSymbol(absl::string_view folded);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_CURRENCY_WORDS_H_
