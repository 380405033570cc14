// The sentence that most likely answers where nothing found is sure to.
//
// What speaks against a name or figure is weighed one by one, and each alone refuses it. A sentence
// that is quoted whole asks less: that it holds the answer. How likely it does is learned from
// judged questions (sentence_weights).

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_LIKELY_SENTENCE_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_LIKELY_SENTENCE_H_

#include <vector>

#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/objections/sentence_traits.h"

namespace isnad::answering {

struct LikelySentence {
  // Borrowed from the evidence.
  const Candidate* sentence = nullptr;
  SentenceTraits traits;
  double likelihood = 0;
};

// The best sentences that may answer at all, in the order of their scores: those that have
// something of the asked kind which is not certainly something else.
std::vector<LikelySentence> PossibleSentences(const Inquiry& inquiry,
                                              const GatheredEvidence& evidence);

// The likeliest of these; null when none is likely enough.
const Candidate* FindLikelySentence(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_LIKELY_SENTENCE_H_
