// Which scripts the letters of a text belong to.

#ifndef ISNAD_SERVICES_INGESTION_LANGUAGE_SCRIPT_PROFILE_H_
#define ISNAD_SERVICES_INGESTION_LANGUAGE_SCRIPT_PROFILE_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Letters of a text, counted in code points.
struct ScriptProfile {
  size_t arabic_letters = 0;
  size_t other_letters = 0;

  size_t letters() const { return arabic_letters + other_letters; }
};

// Counts the letters of `text`, valid UTF-8, in one pass. Digits, marks, punctuation and symbols
// count for nothing. Thread safe.
ScriptProfile ProfileScripts(absl::string_view text);

// Returns whether there is enough Arabic in a text to read it as Arabic: a fifth of its letters, or
// 40 letters.
bool HoldsArabic(const ScriptProfile& profile);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_LANGUAGE_SCRIPT_PROFILE_H_
