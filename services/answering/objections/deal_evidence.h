// Whether a sentence about a deal tells that it was done, and by whom the question says.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_DEAL_EVIDENCE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_DEAL_EVIDENCE_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The question asks about a purchase that was made, and the sentence tells of an offer, of talks
// or of a refusal alone.
bool TellsOnlyOfOffer(const Inquiry& inquiry, const Candidate& candidate);

// The question says who gave the money and to whom, and the sentence with the sum names only who
// got it: a round is not what one of its investors gave.
bool LacksActor(const Inquiry& inquiry, const Candidate& candidate);

// "X raised 4 million from Y": X is no answer to who put them in.
bool RaisesTheMoney(const Inquiry& inquiry, const Candidate& candidate);

// The question tells what is supplied, articles have the word, and the sentence has not.
bool LacksSuppliedThing(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_DEAL_EVIDENCE_H_
