// Letters behind Arabic presentation forms (U+FB50-FDFF, U+FE70-FEFF), the ready-shaped glyphs that
// some old pages and PDF extracts hold in place of letters.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_PRESENTATION_FORMS_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_PRESENTATION_FORMS_H_

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// The plain letters that a form shows, as UTF-8: U+FEFB gives lam and alef, U+FDF2 the word "الله".
// Sets `known` to false and returns nothing for other code points. Unlike compatibility
// normalisation it adds no spaces and no tatweel. Thread-safe.
absl::string_view LettersOfPresentationForm(char32_t code_point, bool* known);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_PRESENTATION_FORMS_H_
