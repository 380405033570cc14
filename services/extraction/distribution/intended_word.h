// Tells which word a mistyped one was meant to be.

#ifndef ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_INTENDED_WORD_H_
#define ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_INTENDED_WORD_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/distribution/word_distribution.h"

namespace isnad::extraction {

// The words that letters exchanged, struck twice or left out, or keys beside the right ones, make
// `word` of, likeliest first.
std::vector<std::string> WordsBeforeSlip(absl::string_view word);

// The common word that `form` (Arabic letters) is such a slip of; empty when the large text has
// `form` itself, when it is short, and when two common words are as likely.
std::string IntendedWord(absl::string_view form, const WordDistribution& words);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_INTENDED_WORD_H_
