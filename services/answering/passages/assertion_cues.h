// Whether a sentence says, denies or merely plans what it speaks of.
//
// Facts carry polarity and modality; passages do not. For answers that rest on a passage alone a
// closed list of Arabic function words and verbs decides, in the folded form of the index.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_ASSERTION_CUES_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_ASSERTION_CUES_H_

#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

enum class Assertion { kAsserted, kDenied, kPlanned };

// What the words in `range` do. A denial or plan that the question itself asks about does not
// count: to "did X deny" a denial is an assertion.
Assertion AssertionOf(const PassageView& view, const QuestionWords& words, Range range);

// Whether what the sentence denies is what the question says, rather than something else that it
// mentions besides: "it plans a new version, and denied rumours of a sale".
bool DeniesClaim(const PassageView& view, const QuestionWords& words);

// Whether the sentence denies, doubts or answers what somebody claims.
bool Contests(const PassageView& view);

// Whether the sentence puts right what was told before: "the true number", "not as was written".
bool SetsRight(const PassageView& view);

// Whether a word of planning stands right before a word of the question.
bool PlansAsked(const PassageView& view, const QuestionWords& words);

// Whether a negative particle stands right before a word of the question.
bool NegatesAsked(const PassageView& view, const QuestionWords& words);

// Whether a negative particle stands right before the token, or a verb of denying a few words
// before it in the same clause.
bool IsDeniedAt(const PassageView& view, int token);

// Whether somebody denies that a thing was withdrawn, and so stands by it.
bool DeniesWithdrawal(const PassageView& view);

// Whether the sentence calls something untrue: "it is not true that ...".
bool CallsUntrue(const PassageView& view);

// Whether the sentence denies what it took up before: "the rumour that ..., X denied it".
bool DeniesByPronoun(const PassageView& view);
// The same where the question does not ask for that very denial: "did X refuse the package".
bool DeniesByPronoun(const PassageView& view, const QuestionWords& words);

// Whether somebody denies that there are any talks, offers or plans, without saying of what: what
// the sentences before told of.
bool DeniesDealings(const PassageView& view);

// Whether the sentence passes on what is rumoured.
bool ReportsRumour(const PassageView& view);

// Whether a word before the token ends what somebody denies: "denied it, explaining that".
bool ExplainsBefore(const PassageView& view, int token);

// Whether the passage speaks of what is planned, expected or next.
bool TellsOfFuture(const PassageView& view);

// Whether the passage denies what is told right before it: "he denied the report", "untrue".
bool DeniesReport(const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_ASSERTION_CUES_H_
