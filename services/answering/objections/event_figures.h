// Figures and dates of other events than the one that is asked about.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_FIGURES_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_FIGURES_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "When did X join Y": a date beside X, or beside Y, is of some other event unless the sentence, or
// the fact, tells that X joined Y.
bool IsOfOtherEvent(const Inquiry& inquiry, const Candidate& candidate);

// "X joined Y in 2019, and sold Z in 2021": of several dates or sums of a sentence those are of
// other verbs that a verb parts from the word of the asked relation, where another one stands with
// it.
bool IsOfOtherVerb(const Inquiry& inquiry, const Candidate& candidate);

// Whether a sentence that is to be the answer tells figures of another event.
bool TellsOtherEvent(const Inquiry& inquiry, const Candidate& sentence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_FIGURES_H_
