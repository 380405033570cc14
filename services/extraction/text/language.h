// Tells Arabic from English text.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_LANGUAGE_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_LANGUAGE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// "ar", "en", or "und" for anything else, by script and function words.
//
// Made for one-line questions as well as articles: names in the other script do not count against
// the language of the words around them ("هل استحوذت Meta على Scale AI؟" is Arabic, "Who is ألكسندر
// وانغ?" English). Persian, Urdu and other Latin-script languages are "und". Reads at most the
// first 4,000 words. Thread-safe.
std::string DetectLanguage(absl::string_view text);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_LANGUAGE_H_
