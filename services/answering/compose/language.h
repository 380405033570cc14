// The languages that answers are written in.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_LANGUAGE_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_LANGUAGE_H_

#include "absl/strings/string_view.h"

namespace isnad::answering {

enum class Language { kArabic, kEnglish };

// The language of a BCP-47 code; anything but "en" is Arabic.
inline Language LanguageOf(absl::string_view code) {
  return code == "en" ? Language::kEnglish : Language::kArabic;
}

inline absl::string_view LanguageCode(Language language) {
  return language == Language::kEnglish ? "en" : "ar";
}

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_LANGUAGE_H_
