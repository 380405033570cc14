// The sentence that answers where no name or figure in it could be singled out.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_TELLING_SENTENCE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_TELLING_SENTENCE_H_

#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The best sentence that says nearly all of the question and has something of the kind that is
// asked for, a name that no lexicon knows included; null when there is none. It borrows from
// `evidence`.
const Candidate* FindTellingSentence(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_TELLING_SENTENCE_H_
