// Words that stand for a house without naming it.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_HOUSE_NOUN_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_HOUSE_NOUN_H_

#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// "The company", "the lab": the place is one such word. It is nobody's name, and stands for whom
// the article is about as well as for whom it named last.
bool IsHouseNoun(const PassageView& view, Range place);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_HOUSE_NOUN_H_
