// Causes that a text gives behind the sentence that tells what happened: "The reason? ...".

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_EXPLANATION_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_EXPLANATION_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the sentence says why, in words that do nothing else ("والسبب", "وعزا", "لأن").
bool Explains(const PassageView& view);

// The sentence right behind the candidate's that explains what it tells; null when none does.
const PassageView* ExplanationBehind(const Inquiry& inquiry, const Candidate& candidate);

// The candidate tells, or asks, what the question asks the cause of, of whom the question names.
bool TellsWhatIsExplained(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_EXPLANATION_H_
