// Closed lists of words, and whether a sentence has one of them.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_WORD_SET_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_WORD_SET_H_

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Folded, as the index has them.
using WordSet = absl::flat_hash_set<absl::string_view>;

// Whether the list has the word, as it stands or without the conjunction that is written with it
// (و، ف).
bool HoldsWord(const WordSet& words, absl::string_view surface);

// The folded word at a token; empty outside the sentence.
absl::string_view SurfaceAt(const PassageView& view, int token);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_WORD_SET_H_
