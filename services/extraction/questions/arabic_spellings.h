// Arabic spellings that a name in Latin letters may have.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ARABIC_SPELLINGS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ARABIC_SPELLINGS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// A spelling and how far it is from the likeliest one, which has 0.
struct ArabicSpelling {
  std::string word;
  double cost = 0;
};

// Folded Arabic spellings of one Latin word, likeliest first, at most `limit`; nothing when the
// word holds anything but letters, apostrophes and an article ("al-Shami"). Thread-safe.
std::vector<ArabicSpelling> ArabicSpellings(absl::string_view latin, std::size_t limit);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ARABIC_SPELLINGS_H_
