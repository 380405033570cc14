// How likely a sentence with certain traits answers, learned from judged answers.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_SENTENCE_WEIGHTS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_SENTENCE_WEIGHTS_H_

#include "services/answering/objections/sentence_traits.h"

namespace isnad::answering {

// From 0 to 1: a logistic of the weighted sum of the traits.
double LikelihoodOf(const SentenceTraits& traits);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_SENTENCE_WEIGHTS_H_
