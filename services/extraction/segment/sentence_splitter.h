// Splits a paragraph into sentences that can be cited.

#ifndef ISNAD_SERVICES_EXTRACTION_SEGMENT_SENTENCE_SPLITTER_H_
#define ISNAD_SERVICES_EXTRACTION_SEGMENT_SENTENCE_SPLITTER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Sentences of `paragraph`, in order, covering each of its bytes that is not white space exactly
// once. At least one range for a paragraph that is not blank.
//
// A full stop ends no sentence after an abbreviation or a single letter, inside a number or a Latin
// name, inside quotation marks, before a subordinate continuation ("حيث", "مما", "إلا أن", "الذي"),
// or after a fronted phrase without a verb. ".." and the ellipsis end one only before a new clause.
// Sentences longer than 120 words are cut at a semicolon or a comma. Linear. Thread-safe.
std::vector<ByteRange> SplitSentences(absl::string_view text, ByteRange paragraph);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_SEGMENT_SENTENCE_SPLITTER_H_
