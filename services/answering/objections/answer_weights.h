// What the traits of a possible answer are worth.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_ANSWER_WEIGHTS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_ANSWER_WEIGHTS_H_

#include "services/answering/objections/sentence_traits.h"

namespace isnad::answering {

// The sum of the traits, each times its weight; traits without one are worth nothing. Learned by
// tests/eval/answer_weights.py.
double WorthOf(const SentenceTraits& traits);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_ANSWER_WEIGHTS_H_
