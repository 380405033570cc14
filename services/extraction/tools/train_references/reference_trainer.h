// Learns which signs tell what a word refers to.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_REFERENCES_REFERENCE_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_REFERENCES_REFERENCE_TRAINER_H_

#include <string>
#include <vector>

#include "services/extraction/reference/antecedent_chooser.h"
#include "services/extraction/reference/antecedent_model.h"

namespace isnad::extraction {

// A reference with its candidates, of which one or more are meant.
struct JudgedReference {
  ReferenceDecision decision;
  std::vector<bool> meant;  // by candidate
  double weight = 1;
};

struct ReferenceOptions {
  int rounds = 80;
  double rate = 0.15;
  // Strength of the pull to zero: at this many references it weighs as much as what they say.
  double prior = 8;
  // The same for what one kind of reference adds to the weights of all.
  double own_prior = 100;
  int least_count = 8;         // weights of fewer references are left out
  float least_weight = 0.25f;  // what one kind adds is left out below
};

// Log-linear ranking with a Gaussian prior, by AdaGrad in an order that `rounds` alone decides. The
// same references give the same weights, sorted by name.
AntecedentWeights LearnReferences(const std::vector<JudgedReference>& references,
                                  const ReferenceOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_REFERENCES_REFERENCE_TRAINER_H_
