// Decides which entity a pronoun or description stands for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_CHOOSER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_CHOOSER_H_

#include <utility>
#include <vector>

#include "services/extraction/reference/antecedent_features.h"
#include "services/extraction/reference/antecedent_model.h"
#include "services/extraction/reference/clause_subjects.h"
#include "services/extraction/reference/discourse.h"
#include "services/extraction/reference/rival_nouns.h"

namespace isnad::extraction {

// What a reference was found to stand for, with what was weighed.
struct ReferenceDecision {
  int token = 0;
  ReferenceKind kind = ReferenceKind::kPossessive;
  std::vector<AntecedentCandidate> candidates;
  int entity = -1;  // -1: left open
  double probability = 0;
};

// Works on the discourse of one text; discourse and model must outlive it. Not thread-safe.
class AntecedentChooser {
 public:
  AntecedentChooser(const Discourse* discourse, const AntecedentModel* model)
      : discourse_(*discourse), model_(*model), subjects_(discourse), rivals_(discourse) {}

  // The likeliest entity, if it is likelier than not.
  ReferenceDecision Choose(const ReferenceSite& site);

  // Confidence of the mention that a decision gives.
  static double ConfidenceOf(const ReferenceDecision& decision);

  const ClauseSubjects& subjects() const { return subjects_; }
  RivalNouns* rivals() { return &rivals_; }

  // Keeps a decision for who learns from them.
  void Keep(ReferenceDecision decision) { kept_.push_back(std::move(decision)); }
  const std::vector<ReferenceDecision>& kept() const { return kept_; }

 private:
  const Discourse& discourse_;
  const AntecedentModel& model_;
  const ClauseSubjects subjects_;
  RivalNouns rivals_;
  std::vector<ReferenceDecision> kept_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_ANTECEDENT_CHOOSER_H_
