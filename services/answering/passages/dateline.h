// Where a report names the town that it was sent from.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_DATELINE_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_DATELINE_H_

#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// The byte of the document where the passage begins to tell: behind "town, date -" and "town - who
// writes", at its begin when there is no such thing. A byline as a whole tells nothing: the end of
// the passage is returned.
int BeginAfterDateline(const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_DATELINE_H_
