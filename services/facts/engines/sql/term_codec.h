// Index terms as one text, for engines that keep those of a passage in a column.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_TERM_CODEC_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_TERM_CODEC_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::facts::sql {

// A term as SQLite's ASCII tokenizer keeps it whole: ASCII characters other than small letters and
// digits are moved to a private area, everything beyond ASCII stays. Holds neither spaces, quotes
// nor operators.
std::string EncodeTerm(absl::string_view term);

// Encoded terms with spaces between them, and taken apart again. Terms stay encoded.
std::string EncodeTerms(const std::vector<std::string>& terms);
std::vector<std::string> DecodeTerms(const std::string& text);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_TERM_CODEC_H_
