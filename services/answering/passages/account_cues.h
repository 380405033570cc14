// Words by which a sentence shows that it gives somebody's account, and another than the one
// before.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_ACCOUNT_CUES_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_ACCOUNT_CUES_H_

#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Somebody tells what the sentence says: a verb of telling, or "according to".
bool GivesAccount(const PassageView& view);

// It begins by setting itself against what was said before: "but", "for its part", "in return".
bool OpensAgainst(const PassageView& view);

// Its two halves are set against each other, and somebody tells what each of them says, or denies
// the other.
bool HoldsTwoAccounts(const PassageView& view);

// Somebody is asked and says nothing of it: "declined to comment".
bool SaysNothingOfIt(const PassageView& view);

// It says that others tell it otherwise: "another version", "contradicts an earlier report".
bool SpeaksOfOtherAccounts(const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_ACCOUNT_CUES_H_
