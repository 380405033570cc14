// Sentences that open a list, and the lines below them.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_LIST_OPENING_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_LIST_OPENING_H_

#include <vector>

#include "isnad/v1/passage.pb.h"
#include "services/answering/passages/passage_pool.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the passage ends in a colon.
bool OpensList(const isnad::v1::Passage& passage);

// The lines under a sentence that opens a list, as far as they are in the pool: items, or short
// paragraphs each of which begins with what it is about. Of a line of several sentences the first.
std::vector<const PassageView*> LinesUnder(const PassagePool& pool, const PassageView& opening);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_LIST_OPENING_H_
