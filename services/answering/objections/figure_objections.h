// Whether a figure is the one asked for.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_FIGURE_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_FIGURE_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// A figure beside which others are named than whom the question asks about is theirs, unless it
// names these, too.
bool IsFigureOfOthers(const Inquiry& inquiry, const Candidate& candidate);

// A bare number where no word of the sentence says that it counts what the question counts.
bool LacksCountedThing(const Inquiry& inquiry, const Candidate& candidate);

// "Rana (28 years)", "Rana, aged 28": the length is how old the person right before it is; where
// the question names persons, one of these.
bool TellsAge(const Inquiry& inquiry, const Candidate& candidate);

// "Lays off 300 employees" does not say how many employees there are.
bool CountsThoseWhoGo(const Inquiry& inquiry, const Candidate& candidate);

// The question asks for the price of one of many, and the figure is of all.
bool LacksUnit(const Inquiry& inquiry, const Candidate& candidate);

// The question asks for one kind of sum (a profit, a debt), and the sentence does not speak of it.
bool LacksKindOfSum(const Inquiry& inquiry, const Candidate& candidate);

// "Yesterday", "in July" in a sentence that mentions a founding: the time of the news. Houses are
// founded in a year.
bool IsTimeOfNews(const Inquiry& inquiry, const Candidate& candidate);

// Whether the passage gives a figure that agrees with this one.
bool HasValueLike(const PassageView& view, const isnad::v1::Value& given);

// The question tells by a sum which deal it means, and the sentence, the fact and the sentence
// before have another one or none.
bool LacksGivenSum(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_FIGURE_OBJECTIONS_H_
