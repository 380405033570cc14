// Two figures that are accounts of one thing, where a question says that there are several.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_PAIRED_ACCOUNTS_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_PAIRED_ACCOUNTS_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The two figures of `spans` that most likely measure the same and differ, the better one first:
// of one unit and a like size, from different articles or set against each other in a sentence,
// among words that they share or that the question has. That two articles give them so is a sign in
// itself, so neither needs to be sure alone. `sure`, unless null, is one of them. Empty when no two
// are likely enough. Only for questions that ask for accounts: elsewhere the one may be of
// something else.
std::vector<Candidate> PairedAccounts(const Inquiry& inquiry, const std::vector<Candidate>& spans,
                                      const Candidate* sure);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_PAIRED_ACCOUNTS_H_
