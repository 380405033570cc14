// Sentences that tell who comes after somebody.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_SUCCESSOR_SENTENCE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_SUCCESSOR_SENTENCE_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the question says in so many words that somebody takes another's place, and the
// candidate's sentence tells neither of that nor what the question's verb means.
bool TellsNoSuccession(const Inquiry& inquiry, const Candidate& candidate);

// The sentence that tells of the succession of whom the question gives, in it or in the sentence
// before, and that names somebody else. Null where no sentence does.
const PassageView* FindSuccessorSentence(const Inquiry& inquiry);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_SUCCESSOR_SENTENCE_H_
