// What must hold of the stages for any bytes whatever. Each function runs a stage over `bytes` and
// returns what is wrong with the result, or nothing.

#ifndef ISNAD_TESTS_FUZZ_FAULTS_H_
#define ISNAD_TESTS_FUZZ_FAULTS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::fuzz {

// Clean, Fold, FoldWithOffsets and StripMarks: errors name the first bad byte; spans of both layers
// lead back to raw bytes on character boundaries, in order; cleaning and folding are idempotent.
std::string CleaningFault(absl::string_view bytes);

// Segmenter: every byte that is not white space lies in exactly one passage; passages are in order,
// on character boundaries, their headings before them.
std::string SegmentFault(absl::string_view bytes);

// Tokenizer after Segmenter: tokens lie in their passage, in order, on character boundaries, none
// empty; and the index terms of each passage are those that TermReader reads off its bytes.
std::string TokenFault(absl::string_view bytes);

// ValueTagger after Tokenizer: mentions in order, inside the text, on tokens of one passage, with
// dates that exist and finite amounts.
std::string ValueFault(absl::string_view bytes);

}  // namespace isnad::fuzz

#endif  // ISNAD_TESTS_FUZZ_FAULTS_H_
