// Cuts the part of a long sentence that is worth showing.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_EXCERPT_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_EXCERPT_H_

#include <cstddef>

#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// The stretch of the passage around `must` with at most `limit` characters that holds most of the
// question's words. It begins and ends at commas, stops and clause borders where it can, else
// between words; stray punctuation at its ends is left out. `must` is always inside unless it is
// longer than `limit` itself: then its beginning is.
Range Excerpt(const PassageView& view, const QuestionWords& words, Range must, size_t limit);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_EXCERPT_H_
