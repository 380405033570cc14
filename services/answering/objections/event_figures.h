// Figures and dates of other events than the one that is asked about.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_FIGURES_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_FIGURES_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "When did X join Y": a date beside X, or beside Y, is of some other event unless the sentence, or
// the fact, tells that X joined Y.
bool IsOfOtherEvent(const Inquiry& inquiry, const Candidate& candidate);

// The same of a sentence that is to be the answer.
bool TellsOtherEvent(const Inquiry& inquiry, const Candidate& sentence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_EVENT_FIGURES_H_
