// Two figures that are accounts of one thing, where a question says that there are several.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_PAIRED_ACCOUNTS_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_PAIRED_ACCOUNTS_H_

#include <vector>

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The two figures of `spans` that most likely measure the same and differ, the better one first:
// of one unit and a like size, from different articles, or set against each other in a sentence, or
// one of them in a sentence that contests something. That two are so is a sign in itself, so
// neither needs to be sure alone. Empty when no two are likely enough. Only for questions
// that ask for accounts: elsewhere the one may be of something else.
std::vector<Candidate> PairedAccounts(const Inquiry& inquiry, const std::vector<Candidate>& spans);

// A figure that is only mentioned beside the other one, as the article that stands for it tells it.
Candidate AsItsOwnArticleTells(Candidate mentioned, const Candidate& other,
                               const std::vector<Candidate>& spans);

// Whether two figures, however sure each of them is, can be accounts of one thing in this sense.
bool MayBeAccountsOfOne(const Inquiry& inquiry, const Candidate& a, const Candidate& b);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_PAIRED_ACCOUNTS_H_
