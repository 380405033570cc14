// Regular inflection of Arabic and English nouns.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NOUN_FORMS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NOUN_FORMS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

using NounForms = std::vector<std::pair<std::string, NounForm>>;

// Forms of an Arabic noun: singular with accusative alef, dual in both cases and in the construct
// state, plurals. `plurals` are words separated by spaces; "@in" stands for the sound masculine and
// "@at" for the sound feminine plural. A form that is both dual and plural is kDualOrPlural.
NounForms ArabicForms(absl::string_view singular, absl::string_view plurals);

// Forms of an English noun; an irregular plural follows a slash: "person/people".
NounForms EnglishForms(absl::string_view noun);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NOUN_FORMS_H_
