// Answers questions with one answer: who, what, when, where, how many, how much, why, how.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_DIRECT_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_DIRECT_ANSWER_H_

#include "services/answering/answers/draft.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The best candidate with the words that it rests on. Figures of facts that contradict it are given
// beside it. A draft without parts when the evidence does not suffice.
Draft AnswerDirectly(const Inquiry& inquiry, const GatheredEvidence& evidence);

// The answer that this span is, with the words that it rests on, and figures that contradict it.
Draft AnswerWithSpan(const Inquiry& inquiry, const GatheredEvidence& evidence,
                     const Candidate& span);

// The sentence as the answer, and further ones where those say more of what is asked.
Draft AnswerWithSentence(const Inquiry& inquiry, const GatheredEvidence& evidence,
                         const Candidate& sentence);

// The best statement, and a further one where that says more of what is asked.
Draft AnswerWithStatement(const Inquiry& inquiry, const GatheredEvidence& evidence);

// The sentence that says nearly all of the question and has something of the kind that is asked
// for, where nothing in it could be singled out. A draft without parts when there is none.
Draft AnswerWithTellingSentence(const Inquiry& inquiry, const GatheredEvidence& evidence);

// The sentence that most likely holds the answer, where nothing else answers.
Draft AnswerWithLikelySentence(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_DIRECT_ANSWER_H_
