// How sure an answer is shown to be.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_SHOWN_CONFIDENCE_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_SHOWN_CONFIDENCE_H_

namespace isnad::answering {

// The share of answers like this one that are right, for the confidence by which evidence is
// weighed: what is chosen among many candidates is less sure than each of them looks. `only_likely`
// says that it is the likeliest sentence where nothing was sure enough.
double ShownConfidence(double confidence, bool only_likely);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_SHOWN_CONFIDENCE_H_
