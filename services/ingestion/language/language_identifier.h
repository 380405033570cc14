// The language that a text is written in.
//
// The only file of the service that touches CLD2.

#ifndef ISNAD_SERVICES_INGESTION_LANGUAGE_LANGUAGE_IDENTIFIER_H_
#define ISNAD_SERVICES_INGESTION_LANGUAGE_LANGUAGE_IDENTIFIER_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// A guess at a language.
struct LanguageGuess {
  // English name in title case ("English", "Persian"), empty when nothing is known.
  std::string name;
  // BCP-47 code, empty when nothing is known.
  std::string code;
  // Whether the statistics are clear.
  bool reliable = false;
};

// Guesses the main language of `text`, valid UTF-8, from its first 64 KiB. Thread safe.
LanguageGuess IdentifyLanguage(absl::string_view text);

// Returns whether a guess, on text in Arabic script, clearly says another language than Arabic
// (Persian, Urdu, Pashto, Kurdish, Uyghur, Sindhi).
bool IsOtherArabicScriptLanguage(const LanguageGuess& guess);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_LANGUAGE_LANGUAGE_IDENTIFIER_H_
