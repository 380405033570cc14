// Bounds of what is read for one question, and when to refuse.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_ANSWERER_LIMITS_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_ANSWERER_LIMITS_H_

namespace isnad::answering {

struct AnswererLimits {
  int max_passages = 60;
  int max_facts = 200;
  // Confidence below which there is no answer.
  double min_confidence = 0.5;
  // What the rules answer is not weighed against anything else: for tests of the rules.
  bool rules_alone = false;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_ANSWERER_LIMITS_H_
