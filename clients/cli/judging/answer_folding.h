// The spelling in which answers and what was expected of them are compared.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_ANSWER_FOLDING_H_
#define ISNAD_CLIENTS_CLI_JUDGING_ANSWER_FOLDING_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::cli {

// Takes away what writers of the same answer vary.
//
// Gone: vowel marks, tatweel, combining accents, directional and zero-width characters, separators
// of thousands ("14,300" is "14300"). Merged: alef with and without hamza or madda, hamza on its
// other seats, alef maqsura and Persian yeh into yeh, ta marbuta into heh, Persian kaf into kaf,
// Arabic-Indic and Persian digits and their separators into ASCII, Latin letters into lower case
// without accents, dashes into "-". Quotation marks, brackets, asterisks, bars, colons, question
// and exclamation marks, Arabic commas and semicolons are white space, whose runs become one space,
// none at the ends. Full stops, ASCII commas and percent signs stay, because numbers need them.
//
// Idempotent. Bytes that are no UTF-8 become U+FFFD.
std::string FoldAnswer(absl::string_view utf8);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_ANSWER_FOLDING_H_
